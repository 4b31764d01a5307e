import ast
from pathlib import Path

import pytest

JOBS = Path(__file__).parents[3] / "scripts" / "jobs"
SCRIPTS = sorted(JOBS.rglob("*.py"))
#: What SageMaker's XGBoost image runs; Glue's is newer.
OLDEST_PYTHON = (3, 10)


@pytest.mark.parametrize("script", SCRIPTS, ids=[str(script.relative_to(JOBS)) for script in SCRIPTS])
def test_a_job_script_keeps_to_the_syntax_of_the_oldest_python_that_runs_it(script):
    ast.parse(script.read_text(), feature_version=OLDEST_PYTHON)

"""The job's measures and the library's (`lib/metrics`) are held to the same cases, which scikit-learn made."""

import json
from pathlib import Path

import model_quality
import numpy as np
import pytest

FIXTURE = json.loads((Path(__file__).parents[2] / "lib/metrics/scikit-learn/cases.json").read_text("utf-8"))
NAMES = {
    "accuracy": "accuracy",
    "precision": "precision",
    "recall": "recall",
    "true_positive_rate": "recall",
    "true_negative_rate": "trueNegativeRate",
    "false_positive_rate": "falsePositiveRate",
    "false_negative_rate": "falseNegativeRate",
    "f0_5": "f05",
    "f1": "f1",
    "f2": "f2",
}


@pytest.mark.parametrize("case", FIXTURE["binary"], ids=lambda case: case["kind"])
def test_the_job_agrees_with_scikit_learn_and_so_with_the_metrics_library(case):
    given, expected = case["given"], case["expected"]
    measured = model_quality.measures(np.array(given["actual"]), np.array(given["score"]), given["threshold"])
    wanted = {name: expected["rates"][ours] for name, ours in NAMES.items()} | {"auc": expected["rocAuc"]}
    # What scikit-learn leaves undefined, the job leaves out.
    defined = {name: value for name, value in wanted.items() if value is not None}
    assert measured.keys() == defined.keys()
    assert [measured[name] for name in defined] == pytest.approx(list(defined.values()), rel=1e-12, abs=1e-12)

"""The emulator says why it does not start."""

import subprocess
import sys

from block_checks import CHECKS
from emulator_under_test import LAUNCHER


def test_a_skipped_block_that_does_not_exist_is_refused_with_the_ones_that_do():
    refused = start({"SKIP_BLOCKS": "nothing"})

    _, _, blocks = refused.partition("SKIP_BLOCKS: there is no block nothing; there are ")
    assert set(blocks.rstrip(".\n").split(", ")) == {block for block, _ in CHECKS}


def test_a_missing_description_of_types_is_refused():
    assert "CFN_SPEC names no file" in start({})


def test_a_port_in_use_is_named(emulator):
    port = str(emulator.port)

    assert f"127.0.0.1:{port} is in use" in start({"GATEWAY_PORT": port, "SKIP_BLOCKS": "resource_types"})


def test_a_ministack_without_what_a_block_touches_is_refused():
    other = "import settings, state_machine_tasks; del state_machine_tasks.stepfunctions._SERVICE_DISPATCH"
    begin = "state_machine_tasks.step_functions_tasks()"

    refused = start({}, "-c", f"import sys; sys.path.insert(0, {str(LAUNCHER)!r}); {other}; {begin}")

    assert "which it was made for: ministack.services.stepfunctions has no _SERVICE_DISPATCH." in refused


def start(environment, *arguments):
    """What an emulator that must not start says."""
    command = [sys.executable, *(arguments or [str(LAUNCHER)])]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=20)
    assert ended.returncode == 1
    return ended.stderr

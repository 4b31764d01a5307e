"""Each block closes the gap it names, and without it the gap is still there: else the block can go."""

import subprocess
import sys

import pytest
from block_checks import CHECKS
from botocore.exceptions import ClientError
from emulator_under_test import LAUNCHER, Emulator

BROKEN = (AssertionError, ClientError, pytest.fail.Exception)


@pytest.mark.parametrize("block", CHECKS)
def test_the_gap_is_closed(block, emulator):
    CHECKS[block](emulator)


@pytest.mark.parametrize("block", CHECKS)
def test_the_gap_is_there_without_the_block(block):
    with Emulator(skip=block) as bare, pytest.raises(BROKEN):
        CHECKS[block](bare)


def test_every_block_has_a_check_and_an_unknown_one_is_refused():
    arguments = [sys.executable, str(LAUNCHER)]
    refused = subprocess.run(arguments, env={"SKIP_BLOCKS": "nothing"}, capture_output=True, text=True, check=False)

    assert refused.returncode == 1
    assert f"there is no block nothing; there are {', '.join(CHECKS)}." in refused.stderr

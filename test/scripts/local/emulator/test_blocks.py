"""Each block closes the gap it names, and without it the gap is still there: else the block can go."""

import pytest
from block_checks import CHECKS
from botocore.exceptions import ClientError
from emulator_under_test import Emulator

BROKEN = (AssertionError, ClientError, pytest.fail.Exception)
NAMES = [check.__name__ for _, check in CHECKS]


@pytest.fixture(scope="module")
def without(request):
    """The emulator without the block that the test names."""
    with Emulator(skip=request.param) as bare:
        yield bare


@pytest.mark.parametrize("check", [check for _, check in CHECKS], ids=NAMES)
def test_the_gap_is_closed(check, emulator):
    check(emulator)


@pytest.mark.parametrize(("without", "check"), CHECKS, ids=NAMES, indirect=["without"])
def test_the_gap_is_there_without_the_block(without, check):
    with pytest.raises(BROKEN):
        check(without)

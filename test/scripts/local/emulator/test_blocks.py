"""Each block closes the gap it names, and without it the gap is still there: else the block can go."""

import pytest
from block_checks import CHECKS
from botocore.exceptions import ClientError
from emulator_under_test import Emulator

BROKEN = (AssertionError, ClientError, pytest.fail.Exception)
BY_BLOCK = sorted(CHECKS, key=lambda each: each[0])
NAMES = [check.__name__ for _, check in BY_BLOCK]


@pytest.fixture(scope="module")
def emulator_without():
    """Gives the emulator without a block: one at a time, for all checks of the block."""
    running = {}

    def start(block):
        if block not in running:
            stop()
            running[block] = Emulator(skip=block)
        return running[block]

    def stop():
        for emulator in running.values():
            emulator.__exit__()
        running.clear()

    yield start
    stop()


@pytest.mark.parametrize("check", [check for _, check in BY_BLOCK], ids=NAMES)
def test_the_gap_is_closed(check, emulator):
    check(emulator)


@pytest.mark.parametrize(("block", "check"), BY_BLOCK, ids=NAMES)
def test_the_gap_is_there_without_the_block(block, check, emulator_without):
    bare = emulator_without(block)

    with pytest.raises(BROKEN):
        check(bare)

import pytest
from emulator_under_test import Emulator


@pytest.fixture(scope="session")
def emulator():
    """The emulator with all its blocks."""
    with Emulator() as running:
        yield running

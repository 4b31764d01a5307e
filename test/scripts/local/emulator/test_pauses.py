"""State machines pause for minutes on AWS, where everything takes longer."""

import time


def test_a_pause_is_short_here(emulator):
    began = time.monotonic()

    assert emulator.execution({"Type": "Wait", "Seconds": 30, "End": True})["status"] == "SUCCEEDED"
    assert time.monotonic() - began < 5

"""The emulator's own clock, for what AWS does regularly without being asked."""

import logging
import threading
import time

from settings import ALARM_EVAL_SECONDS

log = logging.getLogger("local")
tasks = []


def at_each_tick(task):
    """Has `task` called every ALARM_EVAL_SECONDS, in the order of registration; its errors are logged."""
    tasks.append(task)


def start():
    threading.Thread(target=run, daemon=True, name="clock").start()


def run():
    while True:
        time.sleep(ALARM_EVAL_SECONDS)
        for task in tasks:
            try:
                task()
            except Exception:
                log.exception("clock: %s", task.__name__)

"""The emulator ends when it is told to or when whoever started it is gone, and takes its Lambda workers along."""

import os
import shutil
import signal
import threading
import time

from settings import FOLDER

PARENT = int(os.environ.get("PARENT_PID") or os.getppid())
"""Whoever started this says so by PARENT_PID: asking may come too late, when it has already gone."""
GRACE_SECONDS = 2.5
PARENT_CHECK_SECONDS = 0.5


def watch():
    """Ends the process on SIGTERM and SIGINT, and when its parent is gone; to be called from the main thread."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: end())
    threading.Thread(target=watch_parent, daemon=True, name="watch-parent").start()


def watch_parent():
    while os.getppid() == PARENT:
        time.sleep(PARENT_CHECK_SECONDS)
    end()


def end():
    # Not the orderly shutdown of the server: that waits for every request, and a custom resource may wait for an hour.
    # In a thread, since the interrupted main thread may hold the lock that kill_lambda_workers needs.
    threading.Timer(GRACE_SECONDS, os._exit, (0,)).start()
    threading.Thread(target=kill_lambda_workers).start()


def kill_lambda_workers():
    from ministack.core import lambda_runtime

    lambda_runtime.reset()
    shutil.rmtree(FOLDER, ignore_errors=True)
    os._exit(0)

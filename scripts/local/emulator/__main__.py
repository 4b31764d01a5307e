"""Starts MiniStack in this process, on the loopback, with a block for each of its gaps that the local run would hit.

MiniStack's own files stay untouched. Each block is a function whose first sentence names the gap; it checks at start
that what it touches is still there. SKIP_BLOCKS=name,name leaves blocks out: so tests show that each is still needed.
Run as `python scripts/local/emulator`; `settings.py` lists the environment variables it reads.
"""

import settings  # isort: skip  # first of all: MiniStack reads the environment when it is imported
import asyncio
import errno
import resource
import sys

import clock
import lifetime
from access import alarm_names, auth, bucket_keys, condition_keys
from alarms import alarm_evaluation, alarm_events
from delivery_buffers import delivery_buffers
from event_targets import event_targets
from executions import execution_ends
from function_errors import error_names
from hypercorn.asyncio import serve
from hypercorn.config import Config
from local_service import service_events, services
from ministack.app import app
from object_events import object_versions
from resource_types import resource_types
from role_sessions import role_sessions
from signals import signals
from stack_changes import output_changes
from stack_properties import buckets, lambda_properties, secrets, tables
from stack_status import prompt_stack_status
from state_machine_tasks import step_functions_tasks
from task_rights import task_rights

BLOCKS = (
    services,
    service_events,
    role_sessions,
    resource_types,
    output_changes,
    prompt_stack_status,
    buckets,
    tables,
    secrets,
    lambda_properties,
    object_versions,
    error_names,
    step_functions_tasks,
    execution_ends,
    task_rights,
    event_targets,
    signals,
    alarm_evaluation,
    alarm_events,
    delivery_buffers,
    bucket_keys,
    condition_keys,
    alarm_names,
    auth,
)


def install_blocks():
    names = [block.__name__ for block in BLOCKS]
    unknown = set(settings.SKIPPED_BLOCKS) - set(names)
    if unknown:
        sys.exit(f"SKIP_BLOCKS: there is no block {', '.join(sorted(unknown))}; there are {', '.join(names)}.")
    for block in BLOCKS:
        if block.__name__ not in settings.SKIPPED_BLOCKS:
            block()


def raise_file_limit():
    """A burst of connections and Lambda workers needs more open files than the default of some systems."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard and hard != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def main():
    lifetime.watch()
    install_blocks()
    raise_file_limit()
    clock.start()
    config = Config()
    config.bind = [f"{settings.HOST}:{settings.PORT}"]
    config.keep_alive_timeout = 75
    try:
        # `lifetime` ends the process; the server itself waits for ever.
        asyncio.run(serve(app, config, shutdown_trigger=asyncio.Event().wait))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.exit(f"The emulator cannot start: {config.bind[0]} is in use; GATEWAY_PORT chooses another port.")


if __name__ == "__main__":
    main()

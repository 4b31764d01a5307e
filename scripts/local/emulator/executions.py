"""How executions of state machines end."""

import contextvars
import json
import threading
import time

from expectation import expect
from ministack.core.responses import now_iso
from ministack.services import stepfunctions

POLL_SECONDS = 0.05
TIMED_OUT = "The execution took longer than TimeoutSeconds"


def execution_ends():
    """A machine's TimeoutSeconds is ignored, and a task that fails late fails an execution that was stopped before.

    And `.sync` runs a nested execution as an express one, without events; its failure has the nested error's name.
    """
    expect(stepfunctions, "_run_execution", "_fail_execution", "_add_event", "_emit_execution_status_event")
    expect(stepfunctions, "_invoke_nested_start_execution", "_invoke_nested_start_execution_sync", "_executions")
    run, fail = stepfunctions._run_execution, stepfunctions._fail_execution

    def run_with_timeout(arn):
        execution = stepfunctions._executions[arn]
        machine = stepfunctions._state_machines.get(execution["stateMachineArn"]) or {"definition": "{}"}
        if seconds := json.loads(machine["definition"]).get("TimeoutSeconds"):
            timer = threading.Timer(seconds, contextvars.copy_context().run, (end_in_timeout, execution))
            timer.daemon = True
            timer.start()
            try:
                run(arn)
            finally:
                timer.cancel()
        else:
            run(arn)

    def fail_if_running(execution, *reason):
        if execution["status"] == "RUNNING":
            fail(execution, *reason)

    stepfunctions._run_execution, stepfunctions._fail_execution = run_with_timeout, fail_if_running
    stepfunctions._invoke_nested_start_execution_sync = run_nested


def end_in_timeout(execution):
    if execution["status"] == "RUNNING":
        execution.update(status="TIMED_OUT", error="States.Timeout", cause=TIMED_OUT, stopDate=now_iso())
        details = {"error": "States.Timeout", "cause": TIMED_OUT}
        stepfunctions._add_event(execution, "ExecutionTimedOut", {"executionTimedOutEventDetails": details})
        stepfunctions._emit_execution_status_event(execution)


def run_nested(resource, parameters):
    """Ends with what the nested execution was; a failure is States.TaskFailed with all of that as its cause."""
    arn = stepfunctions._invoke_nested_start_execution(resource, parameters)["ExecutionArn"]
    nested = stepfunctions._executions[arn]
    while nested["status"] == "RUNNING":
        time.sleep(POLL_SECONDS)
    members = ("executionArn", "input", "name", "startDate", "stateMachineArn", "status", "stopDate", "error", "cause")
    ended = {name[0].upper() + name[1:]: nested[name] for name in members if nested.get(name) is not None}
    if nested["status"] != "SUCCEEDED":
        raise stepfunctions._ExecutionError("States.TaskFailed", json.dumps(ended))
    parsed = resource.endswith(":2")
    return {**ended, "Output": json.loads(nested["output"]) if parsed else nested["output"]}

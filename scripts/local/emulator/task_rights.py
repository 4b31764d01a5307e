"""Rights of state machines."""

import contextvars
import urllib.parse

from expectation import expect
from ministack import app
from ministack.core import iam_actions, iam_evaluator
from ministack.core.responses import get_account_id, get_region
from ministack.services import stepfunctions
from role_sessions import session_variables

OPTIMIZED = {
    "lambda:invoke": ("lambda:InvokeFunction", "FunctionName", "function:"),
    "sns:publish": ("sns:Publish", "TopicArn", ""),
    "states:startExecution": ("states:StartExecution", "StateMachineArn", "stateMachine:"),
    **{
        f"dynamodb:{call}Item": (f"dynamodb:{call.capitalize()}Item", "TableName", "table/")
        for call in ("get", "put", "update", "delete")
    },
}
"""Integrations that MiniStack serves without a request: action, the parameter with the resource, its kind in an ARN."""

machine_in_charge = contextvars.ContextVar("machine_in_charge", default=None)


def task_rights():
    """A state machine's tasks may do anything, whatever its role allows.

    Unchecked stay what a Distributed Map reads and starts itself, keys of topics, and logs.
    """
    expect(stepfunctions, "_execute_task", "_invoke_resource", "_state_machines")
    expect(stepfunctions, "_ExecutionError", "_prefix_sdk_error")
    expect(app, "call_service_handler_sync")
    expect(iam_actions, "extract_iam_action", "extract_resource_arn", "request_tag_context", "s3_additional_checks")
    expect(iam_evaluator, "enforce", "_signed_request", "_anonymous")
    expect(iam_actions, "identity_denial_message")
    execute, invoke = stepfunctions._execute_task, stepfunctions._invoke_resource
    call = app.call_service_handler_sync

    def execute_for_machine(state, data, execution, context):
        token = machine_in_charge.set(execution["stateMachineArn"])
        try:
            return execute(state, data, execution, context)
        finally:
            machine_in_charge.reset(token)

    def invoke_if_allowed(resource, parameters):
        name = resource.removeprefix("arn:aws:states:::").split(".")[0]
        if name in OPTIMIZED:
            action, key, kind = OPTIMIZED[name]
            service, target = action.split(":")[0], parameters.get(key, "")
            arn = f"arn:aws:{service}:{get_region()}:{get_account_id()}:{kind}{target}"
            check(service, action, target if target.startswith("arn:") else arn)
        return invoke(resource, parameters)

    def call_if_allowed(handler, method, path, headers, body, query, *rest):
        if machine_in_charge.get():
            check_request(method, path, headers, body.encode() if isinstance(body, str) else body, query)
        return call(handler, method, path, headers, body, query, *rest)

    stepfunctions._execute_task, stepfunctions._invoke_resource = execute_for_machine, invoke_if_allowed
    app.call_service_handler_sync = call_if_allowed


def check_request(method, path, headers, body, query):
    """What MiniStack checks of a request from outside, for one that a task makes in this process."""
    service = headers["authorization"].split("/")[-2]
    if "form-urlencoded" in headers["content-type"]:
        query = urllib.parse.parse_qs(body.decode())
    request = (service, method, path, headers, body, query)
    action = iam_actions.extract_iam_action(*request)
    context = iam_actions.request_tag_context(service, action, body, query)
    check(service, action, iam_actions.extract_resource_arn(*request, get_region(), get_account_id()), context)
    if service == "s3":
        for more, resource in iam_actions.s3_additional_checks(method, path, headers, body, query):
            check(service, more, resource)


def check(service, action, resource, context=None):
    """Fails the task unless the role of the machine that runs it allows the action."""
    machine = stepfunctions._state_machines[machine_in_charge.get()]

    def enforce():
        # The context is that of the request which started the execution; its signature is somebody else's.
        iam_evaluator._signed_request.set(None)
        iam_evaluator._anonymous.set(False)
        key = session_variables(machine["roleArn"], machine["name"])["AWS_ACCESS_KEY_ID"]
        return iam_evaluator.enforce(key, action, service, get_region(), resource_arn=resource, service_context=context)

    if denied := contextvars.copy_context().run(enforce):
        who = getattr(denied, "principal_arn", machine["roleArn"])
        explicit = getattr(denied, "decision", None) == "Deny"
        error = stepfunctions._prefix_sdk_error({"states": "sfn"}.get(service, service), "AccessDeniedException")
        cause = iam_actions.identity_denial_message(action, who, resource, explicit)
        raise stepfunctions._ExecutionError(error, cause)

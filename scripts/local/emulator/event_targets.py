"""Targets of EventBridge rules."""

import json
import logging

import signals
from expectation import expect
from ministack.core.arn import parse_arn
from ministack.services import eventbridge, lambda_svc, sqs, stepfunctions

log = logging.getLogger("local")


def event_targets():
    """A rule's Lambda target is tried once and its failure lost, and no target has a dead-letter queue."""
    expect(eventbridge, "_invoke_target", "_dispatch_to_lambda", "_dispatch_to_sqs")
    expect(eventbridge, "_pattern_event_view", "_apply_input_transformer")
    expect(lambda_svc, "_get_func_record_for_ref", "_execution_record_for_config", "invoke_async_with_retry")
    expect(stepfunctions, "_resolve_state_machine_arn")
    expect(sqs, "_queue_by_arn")
    original = eventbridge._invoke_target
    found = {
        "lambda": lambda arn: lambda_svc._get_func_record_for_ref(arn)[0],
        "states": stepfunctions._resolve_state_machine_arn,
        "sqs": sqs._queue_by_arn,
    }

    def invoke(target, event, rule, view=None):
        exists = found.get(target["Arn"].split(":")[2])
        if exists and exists(target["Arn"]) is None:
            log.warning("rule %s: target %s does not exist", rule.get("Name"), target["Arn"])
            undelivered(target, rule, view or eventbridge._pattern_event_view(event))
        else:
            original(target, event, rule, view)

    eventbridge._invoke_target, eventbridge._dispatch_to_lambda = invoke, to_function


def to_function(arn, payload):
    """Lambda's asynchronous invocation: two more attempts, then the function's own on-failure destination."""
    function, config, _ = lambda_svc._get_func_record_for_ref(arn)
    record = lambda_svc._execution_record_for_config(function, config)
    lambda_svc.invoke_async_with_retry(record, json.loads(payload))


def undelivered(target, rule, view):
    """What the target should have got goes to its dead-letter queue; the rule's signals say what became of it."""
    queue = (target.get("DeadLetterConfig") or {}).get("Arn")
    if not queue:
        metric = "FailedInvocations"
    elif sqs._queue_by_arn(queue) is None:
        metric = "InvocationsFailedToBeSentToDlq"
    else:
        metric = "InvocationsSentToDlq"
        if target.get("InputTransformer"):
            payload = eventbridge._apply_input_transformer(target["InputTransformer"], rule, view)
        else:
            payload = target.get("Input") or json.dumps(view.event_with_detail())
        eventbridge._dispatch_to_sqs(parse_arn(queue), payload)
    signals.publish("AWS/Events", metric, RuleName=rule["Name"])

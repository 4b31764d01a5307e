"""What a run leaves beside its logs: each decision of IAM, and what each deployed resource is called."""

import json
from contextvars import ContextVar
from pathlib import Path

from expectation import expect
from ministack.core import iam_evaluator
from ministack.core.responses import get_account_id
from ministack.services.cloudformation import stacks

NAMES_FILE = "resources.jsonl"
"""Beside the log of the decisions."""
ALWAYS = ("aws:PrincipalAccount", "aws:RequestedRegion", "aws:ResourceAccount", "aws:SecureTransport")
"""Condition keys that every request carries and MiniStack knows; the others are those that it finds in the request."""

looked_at = ContextVar("looked_at", default=None)


def record_decisions(path):
    """Writes each decision as a line of JSON: principal, action, resource, context, allowed.

    The context is what policies were compared with, its own keys in lower case; root's, who needs no policy, is empty.
    """
    expect(iam_evaluator, "enforce", "evaluate", "resolve_principal", "_resolve_condition_key")
    enforce, evaluate = iam_evaluator.enforce, iam_evaluator.evaluate

    def evaluate_and_note(context, *policies, **rest):
        looked_at.set(context)
        return evaluate(context, *policies, **rest)

    def enforce_and_log(access_key, action, service, region, resource_arn="*", **context):
        token = looked_at.set(None)
        try:
            denied = enforce(access_key, action, service, region, resource_arn=resource_arn, **context)
            asked = looked_at.get()
        finally:
            looked_at.reset(token)
        principal = iam_evaluator.resolve_principal(access_key or "", get_account_id())
        line = {
            "principal": getattr(principal, "arn", access_key),
            "action": action,
            "resource": resource_arn,
            "context": condition_keys_of(asked),
            "allowed": denied is None,
        }
        append(path, line)
        return denied

    iam_evaluator.evaluate, iam_evaluator.enforce = evaluate_and_note, enforce_and_log


def condition_keys_of(context):
    if context is None:
        return {}
    always = {key: iam_evaluator._resolve_condition_key(key, context) for key in ALWAYS}
    return {key: value for key, value in {**always, **context.service_context}.items() if value is not None}


def record_names(path):
    """Writes a line of JSON for each name that a resource is ready under: stack, logicalId, type, physicalId."""
    expect(stacks, "_add_event")
    add_event, written = stacks._add_event, set()

    def add_and_note(stack_id, stack, logical_id, kind, status, reason="", physical_id="", *rest, **more):
        add_event(stack_id, stack, logical_id, kind, status, reason, physical_id, *rest, **more)
        name = (stack, logical_id, kind, physical_id)
        ready = status in ("CREATE_COMPLETE", "UPDATE_COMPLETE") and kind != "AWS::CloudFormation::Stack"
        if ready and physical_id and name not in written:
            written.add(name)
            append(path, dict(zip(("stack", "logicalId", "type", "physicalId"), name, strict=True)))

    stacks._add_event = add_and_note


def append(path, line):
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")

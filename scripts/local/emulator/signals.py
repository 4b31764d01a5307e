"""AWS's own CloudWatch signals that alarms may watch, with AWS's names, units and dimensions."""

import json
import time
from pathlib import Path

import clock
from expectation import expect
from ministack.core.responses import set_request_account_id, set_request_region
from ministack.services import cloudwatch, lambda_svc, sqs, stepfunctions

SIGNALS = json.loads(Path(__file__).with_name("signals.json").read_text(encoding="utf-8"))
"""Every signal that the emulator publishes; MiniStack itself publishes those of AWS/Lambda. Tests compare the list."""
UNITS = {(one["namespace"], one["metric"], *one["dimensions"]): one["unit"] for one in SIGNALS}
QUEUE_DEPTH_SECONDS = 60
EXECUTIONS = {
    "FAILED": "ExecutionsFailed",
    "TIMED_OUT": "ExecutionsTimedOut",
    "ABORTED": "ExecutionsAborted",
    "SUCCEEDED": "ExecutionsSucceeded",
}

published = []  # empty until the block is installed, so that nothing is published without it
queue_depths = {}


def signals():
    """MiniStack publishes no signal of Step Functions, SQS and EventBridge."""
    expect(cloudwatch, "record_metric")
    expect(lambda_svc, "_emit_lambda_metrics")
    expect(stepfunctions, "_emit_execution_status_event")
    expect(sqs, "_queues", "_refresh_counts")
    original = stepfunctions._emit_execution_status_event

    def emit(execution):
        original(execution)
        if metric := EXECUTIONS.get(execution["status"]):
            publish("AWS/States", metric, StateMachineArn=execution["stateMachineArn"])

    stepfunctions._emit_execution_status_event = emit
    clock.at_each_tick(publish_queue_depths)
    published.append(True)


def publish(namespace, metric, value=1, **dimensions):
    """One value of a signal in the list; another one is a mistake of the launcher."""
    unit = UNITS[(namespace, metric, *dimensions)]
    if published:
        cloudwatch.record_metric(namespace, metric, value, unit, dimensions)


def publish_queue_depths():
    """Each queue's visible messages: every minute as on AWS, and at once when their number changes."""
    for (account, region, _), queue in list(sqs._queues._data.items()):
        set_request_account_id(account)
        set_request_region(region)
        sqs._refresh_counts(queue)
        name, depth = queue["name"], int(queue["attributes"]["ApproximateNumberOfMessages"])
        last_depth, last_time = queue_depths.get((account, region, name), (None, 0))
        if depth != last_depth or time.time() - last_time >= QUEUE_DEPTH_SECONDS:
            queue_depths[account, region, name] = (depth, time.time())
            publish("AWS/SQS", "ApproximateNumberOfMessagesVisible", depth, QueueName=name)

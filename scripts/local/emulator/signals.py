"""AWS's own CloudWatch signals that alarms may watch, with AWS's names, units and dimensions."""

import json
import time
from pathlib import Path

import clock
from expectation import expect
from ministack import app
from ministack.core.responses import set_request_account_id, set_request_region
from ministack.services import apigateway_v1, cloudwatch, lambda_svc, sqs, stepfunctions

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
    """MiniStack publishes no signal of Step Functions, SQS, EventBridge and API Gateway."""
    expect(cloudwatch, "record_metric")
    expect(lambda_svc, "_emit_lambda_metrics")
    expect(stepfunctions, "_emit_execution_status_event")
    expect(sqs, "_queues", "_refresh_counts")
    expect(app, "_handle_execute_api_request", "_parse_execute_api_url")
    expect(apigateway_v1, "_rest_apis")
    original, answer = stepfunctions._emit_execution_status_event, app._handle_execute_api_request

    def emit(execution):
        original(execution)
        if metric := EXECUTIONS.get(execution["status"]):
            publish("AWS/States", metric, StateMachineArn=execution["stateMachineArn"])

    async def answer_and_count(host, path, *request, **more):
        began = time.monotonic()
        answered = await answer(host, path, *request, **more)
        if answered:
            publish_request(*app._parse_execute_api_url(host, path)[:2], answered[0], time.monotonic() - began)
        return answered

    app._handle_execute_api_request = answer_and_count
    stepfunctions._emit_execution_status_event = emit
    clock.at_each_tick(publish_queue_depths)
    published.append(True)


def publish(namespace, metric, value=1, **dimensions):
    """One value of a signal in the list; another one is a mistake of the launcher."""
    unit = UNITS[(namespace, metric, *dimensions)]
    if published:
        cloudwatch.record_metric(namespace, metric, value, unit, dimensions)


def publish_request(api_id, stage, status, seconds):
    """One request to a REST API; as on AWS an error counts as 1 and its absence as 0."""
    if api := apigateway_v1._rest_apis.get(api_id):
        dimensions = {"ApiName": api["name"], "Stage": stage}
        publish("AWS/ApiGateway", "Count", **dimensions)
        publish("AWS/ApiGateway", "4XXError", int(400 <= status < 500), **dimensions)
        publish("AWS/ApiGateway", "5XXError", int(status >= 500), **dimensions)
        publish("AWS/ApiGateway", "Latency", seconds * 1000, **dimensions)


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

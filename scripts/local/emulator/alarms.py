"""Evaluation of CloudWatch alarms."""

import json
import operator
import time
from datetime import datetime, timezone

import clock
from expectation import expect
from ministack.core.responses import set_request_account_id, set_request_region
from ministack.services import cloudwatch, eventbridge

COMPARISONS = {
    "GreaterThanOrEqualToThreshold": operator.ge,
    "GreaterThanThreshold": operator.gt,
    "LessThanThreshold": operator.lt,
    "LessThanOrEqualToThreshold": operator.le,
}


def alarm_evaluation():
    """Alarms ignore dimensions, M of N and missing data, and are evaluated at PutMetricData only."""
    expect(cloudwatch, "_alarms", "_metrics", "_evaluate_alarm", "_calc_stats", "_stat_value")
    expect(cloudwatch, "_record_history", "_dispatch_alarm_actions", "_evaluate_parent_alarms")
    cloudwatch._evaluate_alarm = evaluate
    clock.at_each_tick(evaluate_all)


def evaluate_all():
    for (account, region, _), alarm in list(cloudwatch._alarms._data.items()):
        set_request_account_id(account)
        set_request_region(region)
        evaluate(alarm)


def evaluate(alarm):
    """Sets an alarm's state by its newest periods, the current one among them, and takes the actions of a change."""
    compare = COMPARISONS.get(alarm.get("ComparisonOperator"))
    if not compare or not alarm.get("MetricName"):
        return
    count, period = alarm.get("EvaluationPeriods", 1), alarm.get("Period", 60)
    newest, values = int(time.time() // period), values_by_period(alarm, period)
    missing = {"breaching": True, "notBreaching": False}.get(alarm.get("TreatMissingData"))
    verdicts = [
        compare(values[at], alarm["Threshold"]) if at in values else missing for at in range(newest, newest - count, -1)
    ]
    breaching, known = verdicts.count(True), len(verdicts) - verdicts.count(None)
    old = alarm["StateValue"]
    if breaching >= alarm.get("DatapointsToAlarm", count):
        new = "ALARM"
    elif known:
        new = "OK"
    else:
        new = old if alarm.get("TreatMissingData") == "ignore" else "INSUFFICIENT_DATA"
    if new != old:
        limit = f"{alarm['ComparisonOperator']} {alarm['Threshold']}"
        crossed = f"Threshold Crossed: {breaching} of {count} datapoints {limit}"
        change_state(alarm, new, crossed if known else "Insufficient Data")


def values_by_period(alarm, period):
    """The alarm's statistic of its metric, with exactly its dimensions, for each period that has data."""
    wanted = {one["Name"]: one["Value"] for one in alarm.get("Dimensions") or []}
    statistic = alarm.get("ExtendedStatistic") or alarm.get("Statistic", "Average")
    points = {}
    for (namespace, metric, _), recorded in list(cloudwatch._metrics.items()):
        if (namespace, metric) != (alarm.get("Namespace"), alarm["MetricName"]):
            continue
        for point in list(recorded):
            if point["Dimensions"] == wanted and alarm.get("Unit") in (None, point["Unit"]):
                points.setdefault(int(point["Timestamp"] // period), []).append(point)
    return {at: cloudwatch._stat_value(cloudwatch._calc_stats(some), statistic, some) for at, some in points.items()}


def change_state(alarm, new, reason):
    old = alarm["StateValue"]
    alarm.update(StateValue=new, StateReason=reason, StateUpdatedTimestamp=int(time.time()))
    cloudwatch._record_history(alarm["AlarmName"], old, new, reason)
    cloudwatch._dispatch_alarm_actions(alarm, old, new, reason)
    cloudwatch._evaluate_parent_alarms(alarm)


def alarm_events():
    """A change of an alarm's state reaches SNS only: EventBridge gets no "CloudWatch Alarm State Change"."""
    expect(cloudwatch, "_dispatch_alarm_actions", "_alarms")
    expect(eventbridge, "_put_events")
    original, states = cloudwatch._dispatch_alarm_actions, {}

    def dispatch_and_tell(alarm, old, new, reason):
        original(alarm, old, new, reason)
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "+0000"
        arn, state = alarm["AlarmArn"], {"value": new, "reason": reason, "timestamp": now}
        previous = states.get(arn) or {"reason": "Unchecked: Initial alarm creation", "timestamp": now}
        states[arn] = state
        detail = {
            "alarmName": alarm["AlarmName"],
            "state": state,
            "previousState": {**previous, "value": old},
            "configuration": configuration(alarm),
        }
        kind = {"Source": "aws.cloudwatch", "DetailType": "CloudWatch Alarm State Change", "Resources": [arn]}
        eventbridge._put_events({"Entries": [{**kind, "Detail": json.dumps(detail)}]}, allow_aws_source=True)

    cloudwatch._dispatch_alarm_actions = dispatch_and_tell


def configuration(alarm):
    """What the event tells of the alarm itself."""
    metric = {
        "namespace": alarm.get("Namespace"),
        "name": alarm.get("MetricName"),
        "dimensions": {one["Name"]: one["Value"] for one in alarm.get("Dimensions") or []},
    }
    statistic = alarm.get("ExtendedStatistic") or alarm.get("Statistic")
    watched = {"metric": metric, "period": alarm.get("Period"), "stat": statistic}
    metrics = [{"id": "m1", "metricStat": watched, "returnData": True}]
    return {"description": alarm.get("AlarmDescription") or "", "metrics": metrics}

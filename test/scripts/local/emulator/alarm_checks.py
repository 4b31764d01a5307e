"""Checks of the blocks that mend CloudWatch's alarms."""

import time

from emulator_under_test import ACCOUNT, REGION, eventually, unique
from gap import closes
from service_checks import rule_to


def alarm_state(aws, name, expected, seconds=2):
    """Whether the alarm comes into the state in that time."""
    describe = aws.client("cloudwatch").describe_alarms
    return eventually(lambda: describe(AlarmNames=[name])["MetricAlarms"][0]["StateValue"] == expected, seconds)


def alarm_on_churn(aws, **changed):
    name = unique("alarm")
    alarm = {
        "Namespace": name,
        "MetricName": "failed",
        "Dimensions": [{"Name": "Model", "Value": "churn"}],
        "Statistic": "Sum",
        "Period": 60,
        "EvaluationPeriods": 1,
        "Threshold": 1,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "TreatMissingData": "notBreaching",
        **changed,
    }
    alarm = {key: value for key, value in alarm.items() if value is not None}
    aws.client("cloudwatch").put_metric_alarm(AlarmName=name, **alarm)
    return name


def put_failure_of(aws, name, model, value=1, days_ago=0):
    datum = {"MetricName": "failed", "Value": value, "Dimensions": [{"Name": "Model", "Value": model}]}
    datum["Timestamp"] = time.time() - days_ago * 86_400
    aws.client("cloudwatch").put_metric_data(Namespace=name, MetricData=[datum])


@closes("alarm_evaluation")
def an_alarm_looks_at_its_own_dimensions_only(aws):
    name = alarm_on_churn(aws)
    put_failure_of(aws, name, "other")
    assert not alarm_state(aws, name, "ALARM", 0.5)
    put_failure_of(aws, name, "churn")
    assert alarm_state(aws, name, "ALARM")


@closes("alarm_evaluation")
def an_alarm_is_evaluated_without_being_asked(aws):
    assert alarm_state(aws, alarm_on_churn(aws), "OK")


@closes("alarm_evaluation")
def a_heartbeat_of_two_days_is_missed_after_two_days(aws):
    two_days = {"Period": 86_400, "EvaluationPeriods": 2, "TreatMissingData": "breaching"}
    name = alarm_on_churn(aws, Statistic="SampleCount", ComparisonOperator="LessThanThreshold", **two_days)
    put_failure_of(aws, name, "churn", days_ago=2)
    assert alarm_state(aws, name, "ALARM")
    put_failure_of(aws, name, "churn", days_ago=1)
    assert alarm_state(aws, name, "OK")


@closes("alarm_evaluation")
def an_alarm_on_a_percentile_looks_at_its_own_dimensions(aws):
    name = alarm_on_churn(aws, Statistic=None, ExtendedStatistic="p99", Threshold=100)
    for value in [1] * 20:
        put_failure_of(aws, name, "churn", value)
    put_failure_of(aws, name, "other", 1000)
    assert not alarm_state(aws, name, "ALARM", 0.5)
    put_failure_of(aws, name, "churn", 1000)
    assert alarm_state(aws, name, "ALARM")


@closes("alarm_events")
def a_change_of_an_alarm_is_an_event(aws):
    url, queue = aws.queue()
    name = alarm_on_churn(aws, AlarmDescription="what to do")
    assert alarm_state(aws, name, "OK")
    pattern = {"source": ["aws.cloudwatch"], "detail": {"alarmName": [name], "state": {"value": ["ALARM"]}}}
    rule_to(aws, pattern, {"Arn": queue})
    put_failure_of(aws, name, "churn")
    event = aws.received(url, 2) or {}
    assert event.get("detail-type") == "CloudWatch Alarm State Change"
    assert event["resources"] == [f"arn:aws:cloudwatch:{REGION}:{ACCOUNT}:alarm:{name}"]
    detail = event["detail"]
    assert (detail["state"]["value"], detail["previousState"]["value"]) == ("ALARM", "OK")
    assert all(detail[state][member] for state in ("state", "previousState") for member in ("reason", "timestamp"))
    (metric,) = detail["configuration"].pop("metrics")
    assert detail["configuration"] == {"description": "what to do"}
    watched = {"namespace": name, "name": "failed", "dimensions": {"Model": "churn"}}
    assert metric["metricStat"] == {"metric": watched, "period": 60, "stat": "Sum"}

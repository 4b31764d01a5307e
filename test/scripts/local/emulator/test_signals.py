"""The list of signals is what the emulator publishes, with the units and dimensions that stand in it."""

import json
import time

from emulator_under_test import ACCOUNT, LAUNCHER, REGION, eventually, unique
from service_checks import failing_function, put_event, rule_to

LISTED = json.loads((LAUNCHER / "signals.json").read_text())
# No state machine times out in this MiniStack; the block passes the status on like the others.
NEVER_SEEN = {"ExecutionsTimedOut"}


def test_every_listed_signal_is_published_as_listed(emulator):
    wait = {"Type": "Wait", "Seconds": 60, "End": True}
    emulator.execution({"Type": "Succeed"})
    emulator.execution({"Type": "Fail"})
    emulator.execution(wait, stop=True)
    emulator.client("sqs").send_message(QueueUrl=emulator.queue()[0], MessageBody="one")
    emulator.client("lambda").invoke(FunctionName=failing_function(emulator))
    missing = {"Arn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:missing"}
    dead_letters, source = emulator.queue()[1], unique("source")
    no_queue = dead_letters + "-missing"
    rule_to(emulator, {"source": [source]}, missing)
    rule_to(emulator, {"source": [source]}, {**missing, "DeadLetterConfig": {"Arn": dead_letters}})
    rule_to(emulator, {"source": [source]}, {**missing, "DeadLetterConfig": {"Arn": no_queue}})
    put_event(emulator, source)

    wanted = sorted(signal(one) for one in LISTED if one["metric"] not in NEVER_SEEN)
    assert eventually(lambda: published(emulator) == wanted, 3), published(emulator)


def signal(listed):
    return listed["namespace"], listed["metric"], listed["unit"], tuple(listed["dimensions"])


def published(emulator):
    """Namespace, metric, unit and names of dimensions of all that AWS's own namespaces hold."""
    cloudwatch = emulator.client("cloudwatch")
    found = [one for one in cloudwatch.list_metrics()["Metrics"] if one["Namespace"].startswith("AWS/")]
    return sorted({(one["Namespace"], one["MetricName"], unit(cloudwatch, one), names(one)) for one in found})


def unit(cloudwatch, metric):
    day = {"StartTime": time.time() - 86_400, "EndTime": time.time() + 60, "Period": 60, "Statistics": ["Sum"]}
    return cloudwatch.get_metric_statistics(**metric, **day)["Datapoints"][0]["Unit"]


def names(metric):
    return tuple(dimension["Name"] for dimension in metric["Dimensions"])

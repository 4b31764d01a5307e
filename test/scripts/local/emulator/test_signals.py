"""The list of signals is what the emulator publishes, with the units and dimensions that stand in it."""

import json
import time
import urllib.request

from delivery_checks import records_of_a_moment_share_an_object
from emulator_under_test import ACCOUNT, LAUNCHER, REGION, eventually, unique
from service_checks import failing_function, put_event, rule_to

LISTED = json.loads((LAUNCHER / "signals.json").read_text())


def test_every_listed_signal_is_published_as_listed(emulator):
    wait = {"Type": "Wait", "Seconds": 600, "End": True}
    emulator.execution({"Type": "Succeed"})
    emulator.execution({"Type": "Fail"})
    emulator.execution(wait, stop=True)
    emulator.execution(wait, TimeoutSeconds=1)
    emulator.client("sqs").send_message(QueueUrl=emulator.queue()[0], MessageBody="one")
    emulator.client("lambda").invoke(FunctionName=failing_function(emulator))
    missing = {"Arn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:missing"}
    dead_letters, source = emulator.queue()[1], unique("source")
    no_queue = dead_letters + "-missing"
    rule_to(emulator, {"source": [source]}, missing)
    rule_to(emulator, {"source": [source]}, {**missing, "DeadLetterConfig": {"Arn": dead_letters}})
    rule_to(emulator, {"source": [source]}, {**missing, "DeadLetterConfig": {"Arn": no_queue}})
    put_event(emulator, source)
    records_of_a_moment_share_an_object(emulator)
    with urllib.request.urlopen(public_api(emulator)) as answer:
        assert answer.status == 200

    wanted = sorted(signal(one) for one in LISTED)
    assert eventually(lambda: published(emulator) == wanted, 3), published(emulator)


def public_api(emulator):
    """The URL of a new REST API that answers everybody."""
    gateway = emulator.client("apigateway")
    api = gateway.create_rest_api(name=unique("api"))
    place = {"restApiId": api["id"], "resourceId": api["rootResourceId"], "httpMethod": "GET"}
    gateway.put_method(**place, authorizationType="NONE")
    gateway.put_integration(**place, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
    gateway.put_method_response(**place, statusCode="200")
    gateway.put_integration_response(**place, statusCode="200")
    gateway.create_deployment(restApiId=api["id"], stageName="v1")
    return f"http://127.0.0.1:{emulator.port}/restapis/{api['id']}/v1/_user_request_/"


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

"""Checks of the blocks that mend the services themselves."""

import http.client
import io
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError
from emulator_under_test import ACCOUNT, REGION, eventually, unique
from gap import closes

FAILING = "exports.handler = async () => { throw Object.assign(new Error('why'), { name: 'Boom' }); };"
MISSING = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:missing"


@closes("services")
def sagemaker_calls_reach_our_service_if_the_role_may_make_them(aws):
    granted = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:feature-group/granted"
    store = aws.role_client("sagemaker-featurestore-runtime", ("sagemaker:BatchWriteRecord", granted))
    entry = {"FeatureGroupName": "granted", "Record": [{"FeatureName": "id", "ValueAsString": "1"}]}
    store.batch_write_record(Entries=[entry])
    assert aws.service.requests[-1][:2] == ("POST", "/BatchWriteRecord")
    with pytest.raises(ClientError, match="not authorized to perform: sagemaker:BatchWriteRecord"):
        store.batch_write_record(Entries=[{**entry, "FeatureGroupName": "other"}])


@closes("services")
def our_service_runs_glue_jobs(aws):
    assert aws.client("glue").start_job_run(JobName="curate")["JobRunId"] == "jr_curate"


@closes("services")
def an_invocation_passes_as_it_is(aws):
    runtime, body = aws.client("sagemaker-runtime"), bytes(range(256))
    kind = {"ContentType": "application/octet-stream", "Accept": "text/csv"}
    answer = runtime.invoke_endpoint(EndpointName="echo", Body=body, CustomAttributes="a", InferenceId="b", **kind)
    assert answer["Body"].read() == body
    assert (answer["ContentType"], answer["CustomAttributes"]) == ("text/csv", "a;b")


@closes("services")
def invocations_share_their_connections(aws):
    runtime, before = aws.client("sagemaker-runtime"), len(aws.service.connections)
    with ThreadPoolExecutor(10) as callers:
        calls = [callers.submit(runtime.invoke_endpoint, EndpointName="echo", Body=b"") for _ in range(100)]
        assert all(call.result()["Body"].read() == b"" for call in calls)
    assert len(aws.service.connections) - before <= 10


@closes("service_events")
def our_service_may_send_events_as_sagemaker(aws):
    url, arn = aws.queue()
    rule_to(aws, {"source": ["aws.sagemaker"]}, {"Arn": arn})
    event = {"Source": "aws.sagemaker", "DetailType": "SageMaker Model Package State Change", "Detail": '{"a": 1}'}
    connection = http.client.HTTPConnection("127.0.0.1", aws.port)
    connection.request("POST", "/", json.dumps({"Entries": [event]}), {"x-amz-target": "LocalEvents.PutEvents"})
    connection.getresponse().read()
    connection.close()
    assert (aws.received(url, 1) or {}).get("detail") == {"a": 1}


@closes("role_sessions")
def our_service_acts_with_a_jobs_role_and_no_more(aws):
    bucket = unique("bucket")
    aws.client("s3").create_bucket(Bucket=bucket)
    connection = http.client.HTTPConnection("127.0.0.1", aws.port)
    body = json.dumps({"RoleArn": aws.role(("s3:PutObject", f"arn:aws:s3:::{bucket}/granted"))})
    connection.request("POST", "/", body, {"x-amz-target": "LocalSessions.ForRole"})
    answer = connection.getresponse()
    assert answer.status == 200
    session = json.loads(answer.read())
    connection.close()
    names = {"AccessKeyId": "accessKeyId", "SecretAccessKey": "secretAccessKey", "SessionToken": "sessionToken"}
    s3 = aws.client("s3", {name: session[ours] for name, ours in names.items()})
    s3.put_object(Bucket=bucket, Key="granted", Body=b"")
    with pytest.raises(ClientError, match="AccessDenied"):
        s3.put_object(Bucket=bucket, Key="other", Body=b"")


def event_of_object(aws):
    """The event of a new object in a versioned bucket, and the object's version."""
    url, arn = aws.queue()
    s3, bucket = aws.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    configuration = {"EventBridgeConfiguration": {}}
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration=configuration)
    rule_to(aws, {"source": ["aws.s3"], "detail": {"bucket": {"name": [bucket]}}}, {"Arn": arn})
    version = s3.put_object(Bucket=bucket, Key="raw/_SUCCESS", Body=b"")["VersionId"]
    return aws.received(url), version


@closes("object_versions")
def an_event_of_an_object_names_its_version(aws):
    event, version = event_of_object(aws)
    assert event["detail"]["object"].get("version-id") == version


@closes("object_versions")
def an_event_of_an_object_has_whole_seconds(aws):
    event, _ = event_of_object(aws)
    assert len(event["time"]) == len("2026-11-20T10:00:00Z")


@closes("error_names")
def an_error_of_a_function_has_its_name(aws):
    answer = aws.client("lambda").invoke(FunctionName=failing_function(aws))
    assert json.loads(answer["Payload"].read())["errorType"] == "Boom"


@closes("event_targets")
def what_a_missing_target_should_get_goes_to_the_rules_dead_letter_queue(aws):
    url, arn = aws.queue()
    source = unique("source")
    rule_to(aws, {"source": [source]}, {"Arn": MISSING, "DeadLetterConfig": {"Arn": arn}})
    put_event(aws, source)
    assert (aws.received(url, 1) or {}).get("source") == source


@closes("event_targets")
def a_target_that_fails_is_tried_again_and_its_event_goes_to_the_functions_destination(aws):
    url, arn = aws.queue()
    name, source = failing_function(aws), unique("source")
    destination = {"OnFailure": {"Destination": arn}}
    aws.client("lambda").put_function_event_invoke_config(FunctionName=name, DestinationConfig=destination)
    rule_to(aws, {"source": [source]}, {"Arn": MISSING.replace("missing", name)})
    put_event(aws, source)
    failure = aws.received(url) or {}
    assert failure.get("requestPayload", {}).get("source") == source
    assert failure["requestContext"]["approximateInvokeCount"] == 3


@closes("signals")
def an_execution_that_fails_and_a_waiting_message_are_signalled(aws):
    aws.client("sqs").send_message(QueueUrl=aws.queue()[0], MessageBody="one")
    aws.execution({"Type": "Fail"})
    wanted = {("ExecutionsFailed", "StateMachineArn"), ("ApproximateNumberOfMessagesVisible", "QueueName")}

    def published():
        found = aws.client("cloudwatch").list_metrics()["Metrics"]
        return wanted <= {(one["MetricName"], one["Dimensions"][0]["Name"]) for one in found if one["Dimensions"]}

    assert eventually(published, 2)


def failing_function(aws):
    """A new function whose every invocation throws Boom."""
    archive, name = io.BytesIO(), unique("function")
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.js", FAILING)
    code = {"Runtime": "nodejs22.x", "Handler": "index.handler", "Code": {"ZipFile": archive.getvalue()}}
    aws.client("lambda").create_function(FunctionName=name, Role=aws.role(), **code)
    return name


def rule_to(aws, pattern, *targets):
    events, name = aws.client("events"), unique("rule")
    events.put_rule(Name=name, EventPattern=json.dumps(pattern))
    events.put_targets(Rule=name, Targets=[{"Id": str(at), **target} for at, target in enumerate(targets)])


def put_event(aws, source):
    aws.client("events").put_events(Entries=[{"Source": source, "DetailType": "made", "Detail": "{}"}])

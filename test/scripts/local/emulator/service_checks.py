"""Checks of the blocks that mend the services themselves."""

import http.client
import io
import json
import zipfile

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from botocore.httpsession import URLLib3Session
from emulator_under_test import ACCOUNT, REGION, eventually, policy, unique
from gap import closes

FAILING = "exports.handler = async () => { throw Object.assign(new Error('why'), { name: 'Boom' }); };"
MISSING = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:missing"
SDK_S3 = "arn:aws:states:::aws-sdk:s3:"


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


@closes("step_functions_tasks")
def a_glue_task_ends_with_its_run(aws):
    job = {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": True}
    finished = aws.execution({**job, "Parameters": {"JobName": "curate"}})
    assert json.loads(finished.get("output") or "{}").get("Id") == "jr_curate", finished
    failed = aws.execution({**job, "Parameters": {"JobName": "broken"}})
    assert (failed["error"], json.loads(failed["cause"])["Id"]) == ("States.TaskFailed", "jr_broken")


@closes("step_functions_tasks")
def a_task_writes_and_reads_an_object(aws):
    bucket = unique("bucket")
    aws.client("s3").create_bucket(Bucket=bucket)
    task = {"Type": "Task", "Resource": SDK_S3 + "getObject", "End": True}
    place = {"Bucket": bucket, "Key": "a.json"}
    aws.execution({**task, "Resource": SDK_S3 + "putObject", "Parameters": {**place, "Body": {"a": 1}}})
    read = aws.execution({**task, "Parameters": place})
    assert json.loads(read.get("output") or "{}").get("Body") == '{"a": 1}', read
    assert aws.execution({**task, "Parameters": {**place, "Key": "none"}})["error"] == "S3.NoSuchKeyException"


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


def alarm_state(aws, name, expected, seconds=2):
    """Whether the alarm comes into the state in that time."""
    describe = aws.client("cloudwatch").describe_alarms
    return eventually(lambda: describe(AlarmNames=[name])["MetricAlarms"][0]["StateValue"] == expected, seconds)


def alarm_on_churn(aws):
    name = unique("alarm")
    aws.client("cloudwatch").put_metric_alarm(
        AlarmName=name,
        Namespace=name,
        MetricName="failed",
        Dimensions=[{"Name": "Model", "Value": "churn"}],
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=1,
        ComparisonOperator="GreaterThanOrEqualToThreshold",
        TreatMissingData="notBreaching",
    )
    return name


def put_failure_of(aws, name, model):
    datum = {"MetricName": "failed", "Value": 1, "Dimensions": [{"Name": "Model", "Value": model}]}
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


@closes("bucket_keys")
def an_encrypted_object_takes_rights_on_its_key(aws):
    key, bucket = aws.client("kms").create_key()["KeyMetadata"]["Arn"], unique("bucket")
    s3 = aws.client("s3")
    s3.create_bucket(Bucket=bucket)
    default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}
    rules = {"Rules": [{"ApplyServerSideEncryptionByDefault": default}]}
    s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration=rules)
    everything = ("s3:*", f"arn:aws:s3:::{bucket}*")
    aws.role_client("s3", everything, ("kms:GenerateDataKey", key)).put_object(Bucket=bucket, Key="a", Body=b"1")
    reader = aws.role_client("s3", everything, ("kms:Decrypt", key))
    assert reader.get_object(Bucket=bucket, Key="a")["Body"].read() == b"1"
    reader.put_object_tagging(Bucket=bucket, Key="a", Tagging={"TagSet": []})
    with pytest.raises(ClientError, match="AccessDenied"):
        reader.put_object(Bucket=bucket, Key="b", Body=b"")
    with pytest.raises(ClientError, match="AccessDenied"):
        aws.role_client("s3", everything).get_object(Bucket=bucket, Key="a")


@closes("signal_namespaces")
def a_grant_confined_to_a_namespace_admits_its_signals(aws):
    name, role = unique("namespace"), aws.role()
    allow = {"Effect": "Allow", "Action": "cloudwatch:PutMetricData", "Resource": "*"}
    allow["Condition"] = {"StringEquals": {"cloudwatch:namespace": name}}
    aws.client("iam").put_role_policy(RoleName=role.split("/")[-1], PolicyName="confined", PolicyDocument=policy(allow))
    assert put_signal(aws, role, name) == 200
    assert put_signal(aws, role, unique("namespace")) == 403


def put_signal(aws, role, namespace):
    """The status of PutMetricData in JSON, as the SDK for JavaScript sends it."""
    session = aws.session(role)
    body = json.dumps({"Namespace": namespace, "MetricData": [{"MetricName": "a", "Value": 1}]})
    headers = {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "GraniteServiceVersion20100801.PutMetricData",
    }
    request = AWSRequest("POST", f"http://127.0.0.1:{aws.port}/", data=body, headers=headers)
    keys = Credentials(session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])
    SigV4Auth(keys, "monitoring", REGION).add_auth(request)
    return URLLib3Session().send(request.prepare()).status_code


def bucket_for_tls_only(aws):
    s3, bucket = aws.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    objects, insecure = f"arn:aws:s3:::{bucket}/*", {"Bool": {"aws:SecureTransport": "false"}}
    deny = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": objects, "Condition": insecure}
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(deny))
    return bucket, objects


@closes("auth")
def a_request_on_the_loopback_counts_as_tls(aws):
    bucket, objects = bucket_for_tls_only(aws)
    aws.role_client("s3", ("s3:PutObject", objects)).put_object(Bucket=bucket, Key="a", Body=b"")


@closes("auth")
def each_decision_is_recorded(aws):
    bucket = unique("bucket")
    aws.client("s3").create_bucket(Bucket=bucket)
    with pytest.raises(ClientError, match="AccessDenied"):
        aws.role_client("s3", ("s3:GetObject", "*")).put_object(Bucket=bucket, Key="a", Body=b"")
    decisions = (
        [json.loads(line) for line in aws.access_log.read_text().splitlines()] if aws.access_log.exists() else []
    )
    ours = [(one["action"], one["allowed"]) for one in decisions if one["resource"] == f"arn:aws:s3:::{bucket}/a"]
    assert ours == [("s3:PutObject", False)]


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

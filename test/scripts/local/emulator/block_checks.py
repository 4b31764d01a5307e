"""For each block, what holds with it and cannot hold without it: a function of the block's name that asserts it."""

import http.client
import io
import json
import time
import zipfile

import pytest
from botocore.exceptions import ClientError
from emulator_under_test import ACCOUNT, REGION, eventually, policy, unique

FAILING = "exports.handler = async () => { throw Object.assign(new Error('why'), { name: 'Boom' }); };"
BUCKET = "AWS::S3::Bucket"


def services(aws):
    granted = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:feature-group/granted"
    store = aws.role_client("sagemaker-featurestore-runtime", ("sagemaker:BatchWriteRecord", granted))
    entry = {"FeatureGroupName": "granted", "Record": [{"FeatureName": "id", "ValueAsString": "1"}]}
    store.batch_write_record(Entries=[entry])
    assert aws.service.requests[-1][:2] == ("POST", "/BatchWriteRecord")
    with pytest.raises(ClientError, match="not authorized to perform: sagemaker:BatchWriteRecord"):
        store.batch_write_record(Entries=[{**entry, "FeatureGroupName": "other"}])


def service_events(aws):
    url, arn = aws.queue()
    rule_to(aws, {"source": ["aws.sagemaker"]}, {"Arn": arn})
    event = {"Source": "aws.sagemaker", "DetailType": "SageMaker Model Package State Change", "Detail": '{"a": 1}'}
    connection = http.client.HTTPConnection("127.0.0.1", aws.port)
    connection.request("POST", "/", json.dumps({"Entries": [event]}), {"x-amz-target": "LocalEvents.PutEvents"})
    connection.getresponse().read()
    connection.close()
    assert (aws.received(url, 1) or {}).get("detail") == {"a": 1}


def resource_types(aws):
    group = {"Type": "AWS::SageMaker::ModelPackageGroup", "Properties": {"ModelPackageGroupName": "churn"}}
    recorded = {"Type": "AWS::Budgets::Budget", "Properties": {"BudgetName": "all"}}
    outputs = {
        "Group": {"Value": {"Fn::GetAtt": ["Group", "ModelPackageGroupArn"]}},
        "Name": {"Value": {"Ref": "Budget"}},
    }
    _, status, found = aws.deploy({"Group": group, "Budget": recorded}, outputs)
    assert (status, found) == ("CREATE_COMPLETE", {"Group": "arn:churn", "Name": "all"})


def output_changes(aws):
    topic = {"Topic": {"Type": "AWS::SNS::Topic"}}
    stack, _, _ = aws.deploy(topic)
    template = json.dumps({"Resources": topic, "Outputs": {"Arn": {"Value": {"Ref": "Topic"}}}})
    cloudformation = aws.client("cloudformation")
    cloudformation.create_change_set(StackName=stack, ChangeSetName="outputs", TemplateBody=template)
    change = cloudformation.describe_change_set(StackName=stack, ChangeSetName="outputs")
    assert change["Status"] == "CREATE_COMPLETE", change.get("StatusReason")
    cloudformation.execute_change_set(StackName=stack, ChangeSetName="outputs")
    assert "Arn" in aws.settled(stack)[1]


def buckets(aws):
    key = aws.client("kms").create_key()["KeyMetadata"]["Arn"]
    default = {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}}
    encryption = {"ServerSideEncryptionConfiguration": [default]}
    properties = {"Tags": [{"Key": "a", "Value": "b"}], "BucketEncryption": encryption}
    stack, _, found = aws.deploy({"B": {"Type": BUCKET, "Properties": properties}}, {"Name": {"Value": {"Ref": "B"}}})
    s3 = aws.client("s3")
    assert s3.put_object(Bucket=found["Name"], Key="kept", Body=b"").get("SSEKMSKeyId") == key
    assert s3.get_bucket_tagging(Bucket=found["Name"])["TagSet"] == [{"Key": "a", "Value": "b"}]
    aws.client("cloudformation").delete_stack(StackName=stack)
    assert aws.settled(stack)[0] == "DELETE_FAILED"


def tables(aws):
    properties = {
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
        "Replicas": [{"Region": REGION}],
        "TimeToLiveSpecification": {"AttributeName": "expires", "Enabled": True},
    }
    table, outputs = {"Type": "AWS::DynamoDB::GlobalTable", "Properties": properties}, {"Name": {"Value": {"Ref": "T"}}}
    stack, _, before = aws.deploy({"T": table}, outputs)
    dynamodb = aws.client("dynamodb")
    dynamodb.put_item(TableName=before["Name"], Item={"pk": {"S": "kept"}})
    ttl = dynamodb.describe_time_to_live(TableName=before["Name"])["TimeToLiveDescription"]
    assert ttl == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"}
    changed = {**properties, "WarmThroughput": {"ReadUnitsPerSecond": 12_001}, "DeletionProtectionEnabled": False}
    _, _, after = aws.deploy({"T": {**table, "Properties": changed}}, outputs, stack)
    assert after == before
    assert dynamodb.scan(TableName=after["Name"])["Count"] == 1


def lambda_properties(aws):
    role = {"Version": "2012-10-17", "Statement": []}
    properties = {
        "Runtime": "nodejs22.x",
        "Handler": "index.handler",
        "Role": {"Fn::GetAtt": ["Role", "Arn"]},
        "Code": {"ZipFile": FAILING},
        "ReservedConcurrentExecutions": 1,
        "DeadLetterConfig": {"TargetArn": aws.queue()[1]},
    }
    resources = {
        "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": role}},
        "F": {"Type": "AWS::Lambda::Function", "Properties": properties},
    }
    _, _, found = aws.deploy(resources, {"Name": {"Value": {"Ref": "F"}}})
    functions = aws.client("lambda")
    assert functions.get_function_concurrency(FunctionName=found["Name"]).get("ReservedConcurrentExecutions") == 1
    configuration = functions.get_function_configuration(FunctionName=found["Name"])
    assert configuration.get("DeadLetterConfig") == properties["DeadLetterConfig"]


def object_versions(aws):
    url, arn = aws.queue()
    s3, bucket = aws.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"EventBridgeConfiguration": {}})
    rule_to(aws, {"source": ["aws.s3"], "detail": {"bucket": {"name": [bucket]}}}, {"Arn": arn})
    version = s3.put_object(Bucket=bucket, Key="raw/_SUCCESS", Body=b"")["VersionId"]
    event = aws.received(url)
    assert event["detail"]["object"].get("version-id") == version
    assert time.strptime(event["time"], "%Y-%m-%dT%H:%M:%SZ")


def error_names(aws):
    answer = aws.client("lambda").invoke(FunctionName=failing_function(aws))
    assert json.loads(answer["Payload"].read())["errorType"] == "Boom"


def step_functions_tasks(aws):
    job = {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": True}
    finished = aws.execution({**job, "Parameters": {"JobName": "curate"}})
    assert json.loads(finished.get("output") or "{}").get("Id") == "jr_curate", finished
    failed = aws.execution({**job, "Parameters": {"JobName": "broken"}})
    assert (failed["error"], json.loads(failed["cause"])["Id"]) == ("States.TaskFailed", "jr_broken")
    bucket = unique("bucket")
    aws.client("s3").create_bucket(Bucket=bucket)
    place = {"Bucket": bucket, "Key": "a.json"}
    task = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject", "End": True}
    aws.execution({**task, "Parameters": {**place, "Body": {"a": 1}}})
    read = aws.execution({**task, "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": place})
    assert json.loads(read["output"])["Body"] == '{"a": 1}'
    missing = {**place, "Key": "none"}
    refused = aws.execution({**task, "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": missing})
    assert refused["error"] == "S3.NoSuchKeyException"


def event_targets(aws):
    dead_letters, dead_letter_arn = aws.queue()
    failures, failures_arn = aws.queue()
    name = failing_function(aws)
    destination = {"OnFailure": {"Destination": failures_arn}}
    aws.client("lambda").put_function_event_invoke_config(FunctionName=name, DestinationConfig=destination)
    missing = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:missing"
    source = unique("source")
    rule_to(
        aws,
        {"source": [source]},
        {"Arn": missing, "DeadLetterConfig": {"Arn": dead_letter_arn}},
        {"Arn": missing.replace("missing", name)},
    )
    put_event(aws, source)
    assert (aws.received(dead_letters, 1) or {}).get("source") == source
    failure = aws.received(failures) or {}
    assert failure.get("requestPayload", {}).get("source") == source


def signals(aws):
    aws.client("sqs").send_message(QueueUrl=aws.queue()[0], MessageBody="one")
    aws.execution({"Type": "Fail"})
    wanted = {("ExecutionsFailed", "StateMachineArn"), ("ApproximateNumberOfMessagesVisible", "QueueName")}

    def published():
        found = aws.client("cloudwatch").list_metrics()["Metrics"]
        return wanted <= {(one["MetricName"], one["Dimensions"][0]["Name"]) for one in found if one["Dimensions"]}

    assert eventually(published, 2)


def alarm_evaluation(aws):
    cloudwatch, name = aws.client("cloudwatch"), unique("alarm")
    wanted, other = [{"Name": "Model", "Value": "churn"}], [{"Name": "Model", "Value": "other"}]
    cloudwatch.put_metric_alarm(
        AlarmName=name,
        Namespace=name,
        MetricName="failed",
        Dimensions=wanted,
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=1,
        ComparisonOperator="GreaterThanOrEqualToThreshold",
        TreatMissingData="notBreaching",
    )

    def state(expected):
        found = cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]["StateValue"]
        return found == expected

    assert eventually(lambda: state("OK"), 2)
    failed = {"MetricName": "failed", "Value": 1}
    cloudwatch.put_metric_data(Namespace=name, MetricData=[{**failed, "Dimensions": other}])
    assert not eventually(lambda: state("ALARM"), 0.5)
    cloudwatch.put_metric_data(Namespace=name, MetricData=[{**failed, "Dimensions": wanted}])
    assert eventually(lambda: state("ALARM"), 2)


def bucket_keys(aws):
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
    with pytest.raises(ClientError, match="AccessDenied"):
        reader.put_object(Bucket=bucket, Key="b", Body=b"")
    with pytest.raises(ClientError, match="AccessDenied"):
        aws.role_client("s3", everything).get_object(Bucket=bucket, Key="a")


def auth(aws):
    s3, bucket = aws.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    objects = f"arn:aws:s3:::{bucket}/*"
    insecure = {"Bool": {"aws:SecureTransport": "false"}}
    deny = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": objects, "Condition": insecure}
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(deny))
    aws.role_client("s3", ("s3:PutObject", objects)).put_object(Bucket=bucket, Key="a", Body=b"")
    with pytest.raises(ClientError, match="AccessDenied"):
        aws.role_client("s3", ("s3:GetObject", objects)).put_object(Bucket=bucket, Key="a", Body=b"")
    decisions = [json.loads(line) for line in aws.access_log.read_text().splitlines()]
    ours = [(one["action"], one["allowed"]) for one in decisions if one["resource"] == objects.replace("*", "a")]
    assert ours == [("s3:PutObject", True), ("s3:PutObject", False)]


def failing_function(aws):
    """A new function whose every invocation throws Boom."""
    archive, name = io.BytesIO(), unique("function")
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.js", FAILING)
    aws.client("lambda").create_function(
        FunctionName=name,
        Runtime="nodejs22.x",
        Handler="index.handler",
        Role=aws.role(),
        Code={"ZipFile": archive.getvalue()},
    )
    return name


def rule_to(aws, pattern, *targets):
    events, name = aws.client("events"), unique("rule")
    events.put_rule(Name=name, EventPattern=json.dumps(pattern))
    events.put_targets(Rule=name, Targets=[{"Id": str(at), **target} for at, target in enumerate(targets)])


def put_event(aws, source):
    aws.client("events").put_events(Entries=[{"Source": source, "DetailType": "made", "Detail": "{}"}])


CHECKS = {
    check.__name__: check
    for check in (
        services,
        service_events,
        resource_types,
        output_changes,
        buckets,
        tables,
        lambda_properties,
        object_versions,
        error_names,
        step_functions_tasks,
        event_targets,
        signals,
        alarm_evaluation,
        bucket_keys,
        auth,
    )
}

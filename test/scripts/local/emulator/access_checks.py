"""Checks of the blocks that mend IAM."""

import json

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from botocore.httpsession import URLLib3Session
from emulator_under_test import ACCOUNT, REGION, policy, unique
from gap import closes


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


@closes("condition_keys")
def a_grant_confined_to_a_namespace_admits_its_signals(aws):
    name = unique("namespace")
    role = aws.role(("cloudwatch:PutMetricData", "*", {"StringEquals": {"cloudwatch:namespace": name}}))
    assert put_signal(aws, role, name) == 200
    assert put_signal(aws, role, unique("namespace")) == 403


@closes("alarm_names")
def a_grant_on_an_alarm_admits_asking_for_its_state(aws):
    name = unique("alarm")
    role = aws.role(("cloudwatch:DescribeAlarms", f"arn:aws:cloudwatch:{REGION}:{ACCOUNT}:alarm:{name}"))
    assert ask_cloudwatch(aws, role, "DescribeAlarms", {"AlarmNames": [name]}) == 200
    assert ask_cloudwatch(aws, role, "DescribeAlarms", {"AlarmNames": [unique("alarm")]}) == 403


@closes("condition_keys")
def a_grant_confined_to_types_admits_an_update_that_names_them_and_no_template(aws):
    stack, _, _ = aws.deploy({"It": {"Type": "AWS::SNS::Topic"}})
    confined = {
        "ForAllValues:StringEquals": {"cloudformation:ResourceTypes": ["AWS::SNS::Topic"]},
        "Null": {"cloudformation:ResourceTypes": "false", "cloudformation:RoleArn": "true"},
    }
    arn = f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{stack}/*"
    cloudformation = aws.role_client("cloudformation", ("cloudformation:UpdateStack", arn, confined))

    def update(**request):
        with pytest.raises(ClientError) as refused:
            cloudformation.update_stack(StackName=stack, UsePreviousTemplate=True, **request)
        return refused.value.response["Error"]["Code"]

    types, role = ["AWS::SNS::Topic"], f"arn:aws:iam::{ACCOUNT}:role/administrator"
    assert update(ResourceTypes=types) == "ValidationError"  # allowed, and nothing to update
    assert update() == "AccessDenied"
    assert update(ResourceTypes=[*types, "AWS::IAM::Role"]) == "AccessDenied"
    assert update(ResourceTypes=types, RoleARN=role) == "AccessDenied"


def put_signal(aws, role, namespace):
    signal = {"Namespace": namespace, "MetricData": [{"MetricName": "a", "Value": 1}]}
    return ask_cloudwatch(aws, role, "PutMetricData", signal)


def ask_cloudwatch(aws, role, operation, request):
    """The status of an operation in JSON, as the SDK for JavaScript sends it."""
    session = aws.session(role)
    headers = {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": f"GraniteServiceVersion20100801.{operation}",
    }
    request = AWSRequest("POST", f"http://127.0.0.1:{aws.port}/", data=json.dumps(request), headers=headers)
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

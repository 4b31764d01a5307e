"""The record of a run says what was asked of IAM, with which condition keys, and what deployed resources are called."""

import json

import pytest
from botocore.exceptions import ClientError
from emulator_under_test import ACCOUNT, REGION, unique


def recorded(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_decision_is_recorded_with_the_keys_that_policies_were_compared_with(emulator):
    bucket = unique("bucket")
    emulator.client("s3").create_bucket(Bucket=bucket)
    arn = f"arn:aws:s3:::{bucket}"
    s3 = emulator.role_client("s3", ("s3:ListBucket", arn))
    s3.list_objects_v2(Bucket=bucket, Prefix="log/")
    with pytest.raises(ClientError, match="AccessDenied"):
        s3.get_object(Bucket=bucket, Key="a")

    listed, refused = (one for one in recorded(emulator.access_log)[-2:])
    assert (listed["action"], listed["resource"], listed["allowed"]) == ("s3:ListBucket", arn, True)
    assert listed["context"]["s3:prefix"] == "log/"
    assert (refused["action"], refused["allowed"]) == ("s3:GetObject", False)
    for decision in (listed, refused):
        assert decision["context"]["aws:SecureTransport"] == "true"
        assert decision["context"]["aws:PrincipalAccount"] == ACCOUNT
        assert decision["context"]["aws:RequestedRegion"] == REGION


def test_the_right_on_a_key_is_recorded_as_asked_through_the_service(emulator):
    key, bucket = emulator.client("kms").create_key()["KeyMetadata"]["Arn"], unique("bucket")
    emulator.client("s3").create_bucket(Bucket=bucket)
    encrypted = {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": key}
    s3 = emulator.role_client("s3", ("s3:PutObject", f"arn:aws:s3:::{bucket}/*"), ("kms:*", key))
    s3.put_object(Bucket=bucket, Key="a", Body=b"1", **encrypted)

    asked = [one for one in recorded(emulator.access_log) if one["resource"] == key]
    assert [one["action"] for one in asked] == ["kms:GenerateDataKey"]
    assert asked[0]["context"]["kms:viaservice"] == f"s3.{REGION}.amazonaws.com"


def test_each_name_of_a_deployed_resource_is_recorded_once(emulator):
    first, second = unique("queue"), unique("queue")

    def resources(name):
        return {
            "It": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": name}},
            "Other": {"Type": "AWS::SNS::Topic"},
        }

    stack, *_ = emulator.deploy(resources(first))
    emulator.deploy(resources(second), stack=stack)

    names = [one for one in recorded(emulator.access_log.with_name("resources.jsonl")) if one["stack"] == stack]
    assert [one["physicalId"].split("/")[-1] for one in names if one["logicalId"] == "It"] == [first, second]
    assert [one["logicalId"] for one in names].count("Other") == 1
    assert {(one["logicalId"], one["type"]) for one in names} == {
        ("It", "AWS::SQS::Queue"),
        ("Other", "AWS::SNS::Topic"),
    }

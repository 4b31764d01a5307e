"""IAM checks requests on the resources that AWS checks."""

import json

import pytest
from botocore.exceptions import ClientError
from emulator_under_test import ACCOUNT, REGION, unique

PREFIX = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:"
EXECUTION = PREFIX + "pipeline/train/execution/abc"
TOKEN = "t" * 32
RECORDS = {"FeatureGroupName": "customers", "RecordIdentifiersValueAsString": ["1"]}


@pytest.mark.parametrize(
    ("service", "operation", "request_members", "resource"),
    [
        ("sagemaker", "start_pipeline_execution", {"PipelineName": "train"}, "pipeline/train"),
        ("sagemaker", "start_pipeline_execution", {"PipelineName": PREFIX + "pipeline/train"}, "pipeline/train"),
        ("sagemaker", "list_pipeline_executions", {"PipelineName": "train"}, "pipeline/train"),
        ("sagemaker", "describe_pipeline_execution", {"PipelineExecutionArn": EXECUTION}, EXECUTION),
        ("sagemaker", "list_pipeline_execution_steps", {"PipelineExecutionArn": EXECUTION}, EXECUTION),
        (
            "sagemaker",
            "stop_pipeline_execution",
            {"PipelineExecutionArn": EXECUTION, "ClientRequestToken": TOKEN},
            EXECUTION,
        ),
        ("sagemaker", "list_model_packages", {"ModelPackageGroupName": "churn"}, "model-package/churn/*"),
        ("sagemaker", "create_model_package", {"ModelPackageGroupName": "churn"}, "model-package/churn/*"),
        (
            "sagemaker",
            "describe_model_package",
            {"ModelPackageName": PREFIX + "model-package/churn/1"},
            "model-package/churn/1",
        ),
        (
            "sagemaker",
            "update_model_package",
            {"ModelPackageArn": PREFIX + "model-package/churn/1"},
            "model-package/churn/1",
        ),
        (
            "sagemaker",
            "describe_model_package_group",
            {"ModelPackageGroupName": "churn"},
            "model-package-group/churn",
        ),
        ("sagemaker", "delete_model_package_group", {"ModelPackageGroupName": "churn"}, "model-package-group/churn"),
        ("sagemaker", "describe_feature_group", {"FeatureGroupName": "customers"}, "feature-group/customers"),
        ("sagemaker", "list_model_package_groups", {}, "*"),
        ("sagemaker", "list_tags", {"ResourceArn": PREFIX + "pipeline/train"}, "pipeline/train"),
        ("sagemaker", "describe_endpoint", {"EndpointName": "churn"}, "endpoint/churn"),
        ("sagemaker", "describe_endpoint_config", {"EndpointConfigName": "churn-1"}, "endpoint-config/churn-1"),
        ("sagemaker", "delete_endpoint_config", {"EndpointConfigName": "churn-1"}, "endpoint-config/churn-1"),
        ("sagemaker", "delete_model", {"ModelName": "churn-1"}, "model/churn-1"),
        ("sagemaker", "list_models", {"NameContains": "churn"}, "*"),
        ("sagemaker", "list_endpoint_configs", {"NameContains": "churn"}, "*"),
        ("sagemaker-runtime", "invoke_endpoint", {"EndpointName": "churn", "Body": b""}, "endpoint/churn"),
        (
            "sagemaker-featurestore-runtime",
            "get_record",
            {"FeatureGroupName": "customers", "RecordIdentifierValueAsString": "1"},
            "feature-group/customers",
        ),
        ("sagemaker-featurestore-runtime", "batch_get_record", {"Identifiers": [RECORDS]}, "feature-group/customers"),
        (
            "sagemaker-featurestore-runtime",
            "batch_get_record",
            {"Identifiers": [RECORDS, {**RECORDS, "FeatureGroupName": "products"}]},
            "*",
        ),
    ],
)
def test_a_request_is_checked_on_the_resource_it_names(emulator, service, operation, request_members, resource):
    getattr(emulator.client(service), operation)(**request_members)

    decision = json.loads(emulator.access_log.read_text().splitlines()[-1])
    action = "sagemaker:" + "".join(part.capitalize() for part in operation.split("_"))
    expected = resource if resource == "*" or resource.startswith("arn:") else PREFIX + resource
    assert (decision["action"], decision["resource"]) == (action, expected)
    assert decision["allowed"]


@pytest.mark.parametrize(
    ("service", "operation", "request_members", "resource"),
    [
        ("cloudformation", "describe_stacks", {"StackName": "none"}, "cloudformation:stack/none/*"),
        ("cloudformation", "describe_stack_resources", {"StackName": "none"}, "cloudformation:stack/none/*"),
        (
            "stepfunctions",
            "start_execution",
            {"stateMachineArn": f"arn:aws:states:{REGION}:{ACCOUNT}:stateMachine:none"},
            "states:stateMachine:none",
        ),
        (
            "firehose",
            "put_record_batch",
            {"DeliveryStreamName": "none", "Records": [{"Data": b"1"}]},
            "firehose:deliverystream/none",
        ),
        ("sns", "publish", {"TopicArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:none", "Message": "m"}, "sns:none"),
    ],
)
def test_a_role_needs_a_grant_on_the_resource_it_names(emulator, service, operation, request_members, resource):
    named, other = (resource.replace(":", f":{REGION}:{ACCOUNT}:", 1), "*other*")
    action = f"{resource.split(':')[0]}:{''.join(part.capitalize() for part in operation.split('_'))}"

    def refusal(granted):
        with pytest.raises(ClientError) as refused:
            getattr(emulator.role_client(service, (action, f"arn:aws:{granted}")), operation)(**request_members)
        return "not authorized" in str(refused.value)

    assert refusal(other)
    assert not refusal(named)


def test_a_listing_is_confined_to_the_prefix_that_a_grant_names(emulator):
    bucket = unique("bucket")
    emulator.client("s3").create_bucket(Bucket=bucket)
    confined = ("s3:ListBucket", f"arn:aws:s3:::{bucket}", {"StringLike": {"s3:prefix": "log/*"}})
    s3 = emulator.role_client("s3", confined)

    assert s3.list_objects_v2(Bucket=bucket, Prefix="log/2026/")["KeyCount"] == 0
    for refused in ({"Prefix": "other/"}, {}):
        with pytest.raises(ClientError, match="AccessDenied"):
            s3.list_objects_v2(Bucket=bucket, **refused)

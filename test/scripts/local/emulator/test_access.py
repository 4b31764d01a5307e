"""IAM checks SageMaker's requests on the resources that AWS checks."""

import json

import pytest
from emulator_under_test import ACCOUNT, REGION

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

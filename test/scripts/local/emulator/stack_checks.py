"""Checks of the blocks that mend CloudFormation."""

import json

from emulator_under_test import REGION, eventually, unique
from gap import closes

BUCKET, FUNCTION, TABLE = "AWS::S3::Bucket", "AWS::Lambda::Function", "AWS::DynamoDB::GlobalTable"
NAME = {"Name": {"Value": {"Ref": "It"}}}


@closes("resource_types")
def our_service_provides_a_sagemaker_type(aws):
    group = {"Type": "AWS::SageMaker::ModelPackageGroup", "Properties": {"ModelPackageGroupName": "churn"}}
    output = {"Group": {"Value": {"Fn::GetAtt": ["It", "ModelPackageGroupArn"]}}}
    _, status, found = aws.deploy({"It": group}, {**NAME, **output})
    assert (status, found) == ("CREATE_COMPLETE", {"Name": "churn", "Group": "arn:churn"})


@closes("resource_types")
def another_unknown_type_is_recorded(aws):
    budget = {"Type": "AWS::Budgets::Budget", "Properties": {"BudgetName": "all"}}
    _, status, found = aws.deploy({"It": budget}, NAME)
    assert (status, found) == ("CREATE_COMPLETE", {"Name": "all"})


@closes("output_changes")
def a_new_output_alone_is_deployed(aws):
    topic = {"It": {"Type": "AWS::SNS::Topic"}}
    stack, _, _ = aws.deploy(topic)
    template = json.dumps({"Resources": topic, "Outputs": NAME})
    cloudformation = aws.client("cloudformation")
    cloudformation.create_change_set(StackName=stack, ChangeSetName="outputs", TemplateBody=template)
    change = cloudformation.describe_change_set(StackName=stack, ChangeSetName="outputs")
    assert change["Status"] == "CREATE_COMPLETE", change.get("StatusReason")
    cloudformation.execute_change_set(StackName=stack, ChangeSetName="outputs")
    assert "Name" in aws.settled(stack)[1]


@closes("prompt_stack_status")
def the_cdk_that_asks_for_a_changing_stack_hears_when_it_is_ready(aws):
    stack = unique("stack")
    group = {"Type": "AWS::SageMaker::ModelPackageGroup", "Properties": {"ModelPackageGroupName": "slow"}}
    template = json.dumps({"Resources": {"It": group}})
    aws.client("cloudformation").create_stack(StackName=stack, TemplateBody=template)

    def status(**config):
        (found,) = aws.client("cloudformation", **config).describe_stacks(StackName=stack)["Stacks"]
        return found["StackStatus"]

    assert status() == "CREATE_IN_PROGRESS"
    assert status(user_agent_extra="aws-cdk/2") == "CREATE_COMPLETE"


@closes("secrets")
def a_reference_to_a_secret_is_its_arn_through_updates(aws):
    generated = {"GenerateSecretString": {"PasswordLength": 8}}
    secret = {"Type": "AWS::SecretsManager::Secret", "Properties": {"Description": "a", **generated}}
    stack, _, found = aws.deploy({"It": secret}, NAME)
    value = aws.client("secretsmanager").get_secret_value(SecretId=found["Name"])
    assert value["ARN"] == found["Name"]
    secret["Properties"]["Description"] = "b"
    assert aws.deploy({"It": secret}, NAME, stack)[1:] == ("UPDATE_COMPLETE", found)
    assert (
        aws.client("secretsmanager").get_secret_value(SecretId=found["Name"])["SecretString"] == value["SecretString"]
    )
    aws.client("cloudformation").delete_stack(StackName=stack)
    assert eventually(lambda: not aws.client("secretsmanager").list_secrets()["SecretList"], 5)


@closes("buckets")
def a_bucket_carries_its_tags(aws):
    tags = [{"Key": "a", "Value": "b"}]
    _, _, found = aws.deploy({"It": {"Type": BUCKET, "Properties": {"Tags": tags}}}, NAME)
    assert aws.client("s3").get_bucket_tagging(Bucket=found["Name"])["TagSet"] == tags


@closes("buckets")
def a_bucket_encrypts_with_its_key(aws):
    key = aws.client("kms").create_key()["KeyMetadata"]["Arn"]
    default = {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}}
    properties = {"BucketEncryption": {"ServerSideEncryptionConfiguration": [default]}}
    _, _, found = aws.deploy({"It": {"Type": BUCKET, "Properties": properties}}, NAME)
    assert aws.client("s3").put_object(Bucket=found["Name"], Key="a", Body=b"").get("SSEKMSKeyId") == key


@closes("buckets")
def a_bucket_that_holds_something_is_not_deleted(aws):
    stack, _, found = aws.deploy({"It": {"Type": BUCKET}}, NAME)
    aws.client("s3").put_object(Bucket=found["Name"], Key="kept", Body=b"")
    aws.client("cloudformation").delete_stack(StackName=stack)
    assert aws.settled(stack)[0] == "DELETE_FAILED"


def global_table(**properties):
    keys = {
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
    }
    return {"It": {"Type": TABLE, "Properties": {**keys, "Replicas": [{"Region": REGION}], **properties}}}


@closes("tables")
def a_table_lets_its_items_expire(aws):
    _, _, found = aws.deploy(global_table(TimeToLiveSpecification={"AttributeName": "until", "Enabled": True}), NAME)
    ttl = aws.client("dynamodb").describe_time_to_live(TableName=found["Name"])["TimeToLiveDescription"]
    assert ttl == {"TimeToLiveStatus": "ENABLED", "AttributeName": "until"}


@closes("tables")
def a_changed_table_keeps_its_items(aws):
    stack, _, before = aws.deploy(global_table(), NAME)
    aws.client("dynamodb").put_item(TableName=before["Name"], Item={"pk": {"S": "kept"}})
    _, _, after = aws.deploy(global_table(WarmThroughput={"ReadUnitsPerSecond": 12_001}), NAME, stack)
    assert after == before
    assert aws.client("dynamodb").scan(TableName=after["Name"])["Count"] == 1


def function(**properties):
    trust = {"Version": "2012-10-17", "Statement": []}
    role = {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": trust}}
    code = {
        "Runtime": "nodejs22.x",
        "Handler": "index.handler",
        "Code": {"ZipFile": "exports.handler = async () => 1;"},
    }
    made = {"FunctionName": unique("function"), **code, "Role": {"Fn::GetAtt": ["Role", "Arn"]}, **properties}
    return {"Role": role, "It": {"Type": FUNCTION, "Properties": made}}


@closes("lambda_properties")
def a_function_reserves_concurrency(aws):
    _, _, found = aws.deploy(function(ReservedConcurrentExecutions=1), NAME)
    reserved = aws.client("lambda").get_function_concurrency(FunctionName=found["Name"])
    assert reserved.get("ReservedConcurrentExecutions") == 1


@closes("lambda_properties")
def a_function_has_a_dead_letter_queue(aws):
    target = {"TargetArn": aws.queue()[1]}
    _, _, found = aws.deploy(function(DeadLetterConfig=target), NAME)
    configuration = aws.client("lambda").get_function_configuration(FunctionName=found["Name"])
    assert configuration.get("DeadLetterConfig") == target

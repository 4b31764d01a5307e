"""Checks of the blocks that mend Step Functions."""

import json
import time

from emulator_under_test import ACCOUNT, REGION, eventually, unique
from gap import closes
from service_checks import rule_to

SDK_S3 = "arn:aws:states:::aws-sdk:s3:"
SDK_STACKS = "arn:aws:states:::aws-sdk:cloudformation:"


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


def stack_task(aws, action, **parameters):
    return aws.execution({"Type": "Task", "Resource": SDK_STACKS + action, "Parameters": parameters, "End": True})


@closes("step_functions_tasks")
def a_task_updates_a_stack_and_looks_at_it(aws):
    topic = {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": {"Ref": "Name"}}}
    stack, _, _ = aws.deploy({"It": topic}, Parameters={"Name": {"Type": "String", "Default": "none"}})
    wanted = {"StackName": stack, "UsePreviousTemplate": True, "ResourceTypes": ["AWS::SNS::Topic"]}
    wanted["Parameters"] = [{"ParameterKey": "Name", "ParameterValue": "new"}]
    assert stack_task(aws, "updateStack", **wanted)["status"] == "SUCCEEDED"
    aws.settled(stack)
    (found,) = json.loads(stack_task(aws, "describeStacks", StackName=stack)["output"])["Stacks"]
    assert (found["StackStatus"], found["DisableRollback"]) == ("UPDATE_COMPLETE", False)
    assert found["Parameters"] == [{"ParameterKey": "Name", "ParameterValue": "new"}]
    resources = json.loads(stack_task(aws, "describeStackResources", StackName=stack)["output"])["StackResources"]
    assert [one["ResourceType"] for one in resources] == ["AWS::SNS::Topic"]
    assert json.loads(stack_task(aws, "describeStackEvents", StackName=stack)["output"])["StackEvents"]
    again = stack_task(aws, "updateStack", **wanted)
    assert again["error"] == "CloudFormation.CloudFormationException"
    assert again["cause"].startswith("No updates are to be performed. (Service: ")


@closes("step_functions_tasks")
def a_stack_that_is_being_changed_refuses(aws):
    stack = unique("stack")
    group = {"Type": "AWS::SageMaker::ModelPackageGroup", "Properties": {"ModelPackageGroupName": "slow"}}
    template = json.dumps({"Resources": {"It": group}})
    aws.client("cloudformation").create_stack(StackName=stack, TemplateBody=template)
    refused = stack_task(aws, "updateStack", StackName=stack, UsePreviousTemplate=True)
    assert refused["error"] == "CloudFormation.CloudFormationException"
    assert "is in CREATE_IN_PROGRESS state" in refused["cause"]


@closes("execution_ends")
def an_execution_ends_at_its_timeout(aws):
    ended = aws.execution({"Type": "Wait", "Seconds": 600, "End": True}, TimeoutSeconds=1)
    assert (ended or {}).get("status") == "TIMED_OUT"


@closes("execution_ends")
def an_execution_that_was_stopped_stays_stopped_when_its_task_fails(aws):
    job = {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": True}
    machine = aws.machine({**job, "Parameters": {"JobName": "broken late"}})
    steps = aws.client("stepfunctions")
    run = {"executionArn": steps.start_execution(stateMachineArn=machine)["executionArn"]}
    eventually(lambda: "TaskScheduled" in {one["type"] for one in steps.get_execution_history(**run)["events"]}, 3)
    steps.stop_execution(**run)
    eventually(lambda: "TaskFailed" in {one["type"] for one in steps.get_execution_history(**run)["events"]}, 3)
    time.sleep(0.1)
    assert steps.describe_execution(**run)["status"] == "ABORTED"


@closes("execution_ends")
def a_nested_execution_tells_how_it_ended(aws):
    url, queue = aws.queue()
    rule_to(aws, {"source": ["aws.states"], "detail": {"status": ["FAILED"], "error": ["Refused"]}}, {"Arn": queue})
    machine = aws.machine({"Type": "Fail", "Error": "Refused", "Cause": "why"})
    task = {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": True}
    failed = aws.execution({**task, "Parameters": {"StateMachineArn": machine}})
    assert failed["error"] == "States.TaskFailed"
    nested = json.loads(failed["cause"])
    assert (nested["Status"], nested["Error"], nested["Cause"]) == ("FAILED", "Refused", "why")
    assert (aws.received(url, 2) or {}).get("detail", {}).get("stateMachineArn") == machine
    machine = aws.machine({"Type": "Pass", "Result": {"a": 1}, "End": True})
    ended = aws.execution({**task, "Parameters": {"StateMachineArn": machine, "Input": {"b": 2}}})
    assert json.loads(ended["output"])["Output"] == {"a": 1}


@closes("task_rights")
def a_task_may_do_what_the_role_of_its_machine_may(aws):
    topic = aws.client("sns").create_topic(Name=unique("topic"))["TopicArn"]
    publish = {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": True}
    publish["Parameters"] = {"TopicArn": topic, "Message": "m"}
    assert aws.execution(publish, allowed=[("sns:Publish", topic)])["status"] == "SUCCEEDED"
    denied = aws.execution(publish, allowed=[("sns:Publish", topic + "-other")])
    assert f"is not authorized to perform: sns:Publish on resource: {topic}" in denied.get("cause", "")


@closes("task_rights")
def a_task_may_update_a_stack_only_as_its_role_says(aws):
    stack, _, _ = aws.deploy({"It": {"Type": "AWS::SNS::Topic"}})
    update = {"Type": "Task", "Resource": SDK_STACKS + "updateStack", "End": True}
    update["Parameters"] = {"StackName": stack, "UsePreviousTemplate": True, "ResourceTypes": ["AWS::SNS::Topic"]}
    arn = f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{stack}/*"
    types = {"ForAllValues:StringEquals": {"cloudformation:ResourceTypes": ["AWS::SNS::Topic"]}}
    other = {"ForAllValues:StringEquals": {"cloudformation:ResourceTypes": ["AWS::SQS::Queue"]}}
    allowed = aws.execution(update, allowed=[("cloudformation:UpdateStack", arn, types)])
    assert "No updates are to be performed" in allowed["cause"]
    denied = aws.execution(update, allowed=[("cloudformation:UpdateStack", arn, other)])
    assert "not authorized to perform: cloudformation:UpdateStack" in denied["cause"]

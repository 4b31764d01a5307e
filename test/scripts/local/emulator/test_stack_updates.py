"""What the Serving stack stands on and MiniStack does by itself: who sends parameters changes what is served."""

import json

from emulator_under_test import unique

NOTHING = "none"
VERSION = {"Ref": "Version"}
SERVING = {
    "Parameters": {
        "Version": {"Type": "String", "Default": NOTHING},
        "RealTime": {"Type": "String", "Default": "parked", "AllowedValues": ["on", "parked"]},
    },
    "Conditions": {
        "HasModel": {"Fn::Not": [{"Fn::Equals": [VERSION, NOTHING]}]},
        "IsOn": {"Fn::And": [{"Condition": "HasModel"}, {"Fn::Equals": [{"Ref": "RealTime"}, "on"]}]},
    },
    "Outputs": {"Model": {"Condition": "HasModel", "Value": {"Fn::GetAtt": ["Model", "ModelName"]}}},
}
RETAINED = {"UpdateReplacePolicy": "Retain", "DeletionPolicy": "Delete", "Condition": "HasModel"}


def resources(endpoint):
    config = {"ModelName": {"Fn::GetAtt": ["Model", "ModelName"]}, "Capture": [VERSION, {"Ref": "RealTime"}]}
    served = {"EndpointName": endpoint, "EndpointConfigName": {"Fn::GetAtt": ["Config", "EndpointConfigName"]}}
    return {
        "Nothing": {"Type": "AWS::CloudFormation::WaitConditionHandle"},
        "Model": {"Type": "AWS::SageMaker::Model", **RETAINED, "Properties": {"Package": VERSION}},
        "Config": {"Type": "AWS::SageMaker::EndpointConfig", **RETAINED, "Properties": config},
        "Endpoint": {"Type": "AWS::SageMaker::Endpoint", "Condition": "IsOn", "Properties": served},
    }


class Serving:
    """A stack of SageMaker's types under conditions, and what our service was asked for it."""

    def __init__(self, aws):
        self.aws = aws
        self.endpoint = unique("endpoint")
        self.name, self.status, self.outputs = aws.deploy(resources(self.endpoint), **SERVING)

    def update(self, **parameters):
        """Sends the previous template and these parameters; what our service was asked to do, in order."""
        asked = len(self.aws.service.requests)
        sent = [
            {"ParameterKey": key, "ParameterValue": parameters[key]}
            if key in parameters
            else {"ParameterKey": key, "UsePreviousValue": True}
            for key in SERVING["Parameters"]
        ]
        update = self.aws.client("cloudformation").update_stack
        update(StackName=self.name, UsePreviousTemplate=True, ResourceTypes=["AWS::SageMaker::*"], Parameters=sent)
        self.status, self.outputs = self.aws.settled(self.name)
        calls = [json.loads(body) for _, target, body in self.aws.service.requests[asked:] if target == "/cfn"]
        return [(call["action"], call["type"].split("::")[-1]) for call in calls]

    def parameters(self):
        (found,) = self.aws.client("cloudformation").describe_stacks(StackName=self.name)["Stacks"]
        return {one["ParameterKey"]: one["ParameterValue"] for one in found["Parameters"]}


def test_nothing_is_served_until_a_version_is_named(emulator):
    serving = Serving(emulator)

    assert (serving.status, serving.outputs) == ("CREATE_COMPLETE", {})
    made = serving.update(Version="v1", RealTime="on")
    assert made == [("create", "Model"), ("create", "EndpointConfig"), ("create", "Endpoint")]
    assert serving.outputs["Model"].startswith("Model-")


def test_a_new_version_replaces_model_and_configuration_and_leaves_the_old_ones(emulator):
    serving = Serving(emulator)
    serving.update(Version="v1", RealTime="on")

    assert serving.update(Version="v2") == [("update", "Model"), ("update", "EndpointConfig"), ("update", "Endpoint")]


def test_a_failed_update_deletes_what_it_made_and_restores_the_former_parameters(emulator):
    serving = Serving(emulator)
    serving.update(Version="v1", RealTime="on")
    former = serving.outputs

    asked = serving.update(Version="broken EndpointConfig")

    assert (serving.status, serving.outputs) == ("UPDATE_ROLLBACK_COMPLETE", former)
    assert serving.parameters() == {"Version": "v1", "RealTime": "on"}
    assert asked == [("update", "Model"), ("update", "EndpointConfig"), ("delete", "Model")]
    assert json.loads(emulator.service.requests[-1][2])["physicalId"] != former["Model"]
    assert serving.update(Version="v2")[-1] == ("update", "Endpoint")


def test_what_a_condition_no_longer_wants_is_deleted_in_reverse_order(emulator):
    serving = Serving(emulator)
    serving.update(Version="v1", RealTime="on")

    assert serving.update(RealTime="parked") == [("update", "EndpointConfig"), ("delete", "Endpoint")]
    serving.update(RealTime="on")
    deleted = serving.update(Version=NOTHING)
    assert deleted == [("delete", "Endpoint"), ("delete", "EndpointConfig"), ("delete", "Model")]


def test_a_deploy_of_another_template_keeps_the_parameters(emulator):
    serving = Serving(emulator)
    serving.update(Version="v1", RealTime="on")
    template = {"Resources": {**resources(serving.endpoint), "More": {"Type": "AWS::SNS::Topic"}}, **SERVING}
    cloudformation, change = emulator.client("cloudformation"), {"StackName": serving.name, "ChangeSetName": "deploy"}
    previous = [{"ParameterKey": key, "UsePreviousValue": True} for key in SERVING["Parameters"]]
    asked = len(emulator.service.requests)

    cloudformation.create_change_set(**change, TemplateBody=json.dumps(template), Parameters=previous)
    changes = cloudformation.describe_change_set(**change)["Changes"]
    cloudformation.execute_change_set(**change)

    assert [one["ResourceChange"]["LogicalResourceId"] for one in changes] == ["More"]
    assert emulator.settled(serving.name)[0] == "UPDATE_COMPLETE"
    assert serving.parameters() == {"Version": "v1", "RealTime": "on"}
    assert emulator.service.requests[asked:] == []

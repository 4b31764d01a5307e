"""What MiniStack takes for a change of a stack."""

from expectation import expect
from ministack.services.cloudformation import changesets


def output_changes():
    """MiniStack takes a change set that only changes Outputs for empty, so that a new export is never deployed."""
    expect(changesets, "_resolve_props_for_diff", "_diff_resources")
    resolve, differences = changesets._resolve_props_for_diff, changesets._diff_resources

    def resolve_with_outputs(template, *rest):
        return {**resolve(template, *rest), "Outputs": template.get("Outputs")} if template else {}

    def differences_with_outputs(old, new, *rest):
        found = differences(old, new, *rest)
        if found or not old or old.get("Outputs") == new.get("Outputs"):
            return found
        outputs = {"LogicalResourceId": "Outputs", "ResourceType": "AWS::CloudFormation::Stack"}
        return [{"ResourceChange": {"Action": "Modify", "Replacement": "False", **outputs}}]

    changesets._resolve_props_for_diff = resolve_with_outputs
    changesets._diff_resources = differences_with_outputs

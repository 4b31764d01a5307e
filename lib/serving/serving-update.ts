import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { ServingStack } from './serving-stack';

const UPDATE = 'cloudformation:UpdateStack';

export interface ServingUpdateProps {
  readonly serving: ServingStack;
  /** Where the run's input holds version and real-time state. */
  readonly statePath: string;
  /** Where CloudFormation's answer goes. */
  readonly resultPath: string;
}

/** The state that gives the serving stack new values; template, tags and role stay those of its last deployment. */
export class ServingUpdate extends CallAwsService {
  public constructor(scope: Construct, id: string, { serving, statePath, resultPath }: ServingUpdateProps) {
    super(scope, id, {
      service: 'cloudformation',
      action: 'updateStack',
      parameters: {
        StackName: serving.stackName,
        UsePreviousTemplate: true,
        // Both and always: a parameter that is left out falls back to its default.
        Parameters: [
          { ParameterKey: 'ApprovedModelVersion', ParameterValue: JsonPath.stringAt(`${statePath}.version`) },
          { ParameterKey: 'RealTime', ParameterValue: JsonPath.stringAt(`${statePath}.realTime`) },
        ],
        ResourceTypes: serving.resourceTypes,
      },
      iamAction: UPDATE,
      iamResources: [stackArn(scope, serving)],
      resultPath,
    });
  }
}

/**
 * IAM cannot tell an update with the previous template from one with any other, and the stack's own role may do much: so
 * `role` is denied every update that does not confine itself to the stack's resource types, or brings a role, a template
 * or a policy from elsewhere.
 */
export function confineUpdates(role: Role, serving: ServingStack): void {
  const conditions = [
    { Null: { 'cloudformation:ResourceTypes': 'true' } },
    { 'ForAnyValue:StringNotEquals': { 'cloudformation:ResourceTypes': serving.resourceTypes } },
    ...['RoleArn', 'TemplateUrl', 'StackPolicyUrl'].map((key) => ({ Null: { [`cloudformation:${key}`]: 'false' } })),
  ];
  for (const each of conditions)
    role.addToPolicy(
      new PolicyStatement({ effect: Effect.DENY, actions: [UPDATE], resources: ['*'], conditions: each }),
    );
}

function stackArn(scope: Construct, { stackName }: ServingStack): string {
  return Stack.of(scope).formatArn({ service: 'cloudformation', resource: 'stack', resourceName: `${stackName}/*` });
}

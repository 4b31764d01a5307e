import { Stack } from 'aws-cdk-lib';
import { Effect, type IGrantable, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { type StackId, stackName } from '../config/stacks';
import { PhaseStack } from './phase-stack';

export interface StackUpdateProps {
  readonly stack: StackId;
  /** All types that its template holds. */
  readonly resourceTypes: readonly string[];
  /** All of them, as CloudFormation takes them, or where the state's input has that list: one left out falls back to its default. */
  readonly parameters: readonly object[] | JsonPathText;
  readonly resultPath: string;
}

/** A path within the input of a state, `$.answer.parameters`. */
type JsonPathText = `$.${string}`;

const UPDATE_STACK = 'cloudformation:UpdateStack';

/** A state that updates one of our stacks with the template that it has and other parameters; does not wait for its end. */
export class StackUpdate extends CallAwsService {
  public constructor(scope: Construct, id: string, update: StackUpdateProps) {
    const { parameters } = update;
    super(scope, id, {
      service: 'cloudformation',
      action: 'updateStack',
      parameters: {
        StackName: stackName(PhaseStack.of(scope).lifecycle.config, update.stack),
        UsePreviousTemplate: true,
        Parameters: typeof parameters === 'string' ? JsonPath.objectAt(parameters) : parameters,
        ResourceTypes: [...update.resourceTypes],
      },
      iamAction: UPDATE_STACK,
      iamResources: [stackArn(scope, update.stack)],
      resultPath: update.resultPath,
    });
  }
}

/**
 * Denies `role` every update that could do more: IAM cannot tell the previous template from another one, and CloudFormation
 * acts with its own, mighty role. So the types are named, and nothing may come from elsewhere.
 */
export function confineUpdates(role: Role, resourceTypes: readonly string[]): void {
  const refused: Record<string, object>[] = [
    { Null: { 'cloudformation:ResourceTypes': 'true' } },
    { 'ForAnyValue:StringNotEquals': { 'cloudformation:ResourceTypes': [...resourceTypes] } },
    ...['RoleArn', 'TemplateUrl', 'StackPolicyUrl'].map((key) => ({ Null: { [`cloudformation:${key}`]: 'false' } })),
  ];
  for (const conditions of refused)
    role.addToPolicy(
      new PolicyStatement({ effect: Effect.DENY, actions: [UPDATE_STACK], resources: ['*'], conditions }),
    );
}

/** Lets `grantee` see how a stack is. */
export function grantDescribeStack(scope: Construct, stack: StackId, grantee: IGrantable): void {
  grant(scope, stack, grantee, ['cloudformation:DescribeStacks']);
}

/** Lets `grantee` see how a stack is, and why its last update failed. */
export function grantDescribeUpdates(scope: Construct, stack: StackId, grantee: IGrantable): void {
  grant(scope, stack, grantee, ['cloudformation:DescribeStacks', 'cloudformation:DescribeStackEvents']);
}

function grant(scope: Construct, stack: StackId, grantee: IGrantable, actions: string[]): void {
  grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [stackArn(scope, stack)] }));
}

/** By name, so that a stack may be named before it exists; CloudFormation adds an id of its own. */
function stackArn(scope: Construct, stack: StackId): string {
  const { lifecycle } = PhaseStack.of(scope);
  return Stack.of(scope).formatArn({
    service: 'cloudformation',
    resource: 'stack',
    resourceName: `${stackName(lifecycle.config, stack)}/*`,
  });
}

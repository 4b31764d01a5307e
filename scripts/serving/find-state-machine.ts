import { type CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { type StackId, stackName } from '../../lib/config/stacks';

/** The ARN of a state machine, by its stack and how its logical id begins; throws when it is not deployed. */
export async function findStateMachine(
  client: CloudFormationClient,
  config: EnvironmentConfig,
  { stack, logicalId }: { readonly stack: StackId; readonly logicalId: string },
): Promise<string> {
  const StackName = stackName(config, stack);
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
    for (const { ResourceType, LogicalResourceId, PhysicalResourceId } of StackResourceSummaries)
      if (
        ResourceType === 'AWS::StepFunctions::StateMachine' &&
        LogicalResourceId?.startsWith(logicalId) &&
        PhysicalResourceId
      )
        return PhysicalResourceId;
  throw new Error(`the stack ${StackName} holds no state machine ${logicalId}`);
}

/** The one that changes what serves, and the one that parks. */
export const APPLY_SERVING_STATE = { stack: 'prediction', logicalId: 'ApplyServingState' } as const;
export const PARK_SERVING = { stack: 'model-monitoring', logicalId: 'ParkServing' } as const;

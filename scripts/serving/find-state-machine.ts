import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { type StackId, stackName } from '../../lib/config/stacks';
import { onlyResource } from '../shared/only-resource';

/** The ARN of a state machine, by its stack and how its logical id begins; throws in words when it is not deployed. */
export async function findStateMachine(
  client: CloudFormationClient,
  config: EnvironmentConfig,
  { stack, logicalId }: { readonly stack: StackId; readonly logicalId: string },
): Promise<string> {
  return onlyResource(
    client,
    stackName(config, stack),
    'AWS::StepFunctions::StateMachine',
    new RegExp(`^${logicalId}`),
  );
}

/** The one that changes what serves, and the one that parks. */
export const APPLY_SERVING_STATE = { stack: 'prediction', logicalId: 'ApplyServingState' } as const;
export const PARK_SERVING = { stack: 'model-monitoring', logicalId: 'ParkServing' } as const;

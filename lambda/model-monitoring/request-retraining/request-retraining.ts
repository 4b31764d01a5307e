import type { S3Client } from '@aws-sdk/client-s3';
import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { Reports } from '../shared/reports';
import type { Environment } from './environment';
import { monitorOf, type Preparation, parseAsked, preparationFor } from './retraining-request';

export interface Clients {
  readonly s3: S3Client;
  readonly stepFunctions: SFNClient;
}

/** Has the data prepared again, outcomes included, after which training decides for itself; once a day for each cause. */
export async function requestRetraining(
  event: unknown,
  { s3, stepFunctions }: Clients,
  env: Environment,
): Promise<Preparation & { readonly outcome: 'started' | 'asked-before' }> {
  const asked = parseAsked(event);
  const monitor = monitorOf(asked.cause);
  const preparation = preparationFor(asked, monitor && (await new Reports(s3, env.MONITORING_URI, monitor).newest()));
  const { name, input } = preparation;
  try {
    await stepFunctions.send(
      new StartExecutionCommand({ stateMachineArn: env.PREPARE_DATA_ARN, name, input: JSON.stringify(input) }),
    );
    return { ...preparation, outcome: 'started' };
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return { ...preparation, outcome: 'asked-before' };
    throw error;
  }
}

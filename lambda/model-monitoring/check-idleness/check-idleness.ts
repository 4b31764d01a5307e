import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { readServingStack } from '../../serving/state/serving-stack';
import { readLimit } from '../../shared/environment';
import { countInvocations } from './count-invocations';
import { decideParking } from './decide-parking';
import type { Environment } from './environment';

export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly cloudWatch: CloudWatchClient;
  readonly stepFunctions: SFNClient;
}

interface Answer {
  /** `parks`: parking was asked for now; `asked-before`: by the same hour's event. */
  readonly outcome: 'stays' | 'parks' | 'asked-before';
  readonly reason: string;
}

const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });
const HOUR_MILLISECONDS = 3_600_000;

/** Asks for the real-time endpoint to be parked when it is idle at the event's time; once an hour, however often the event comes. */
export async function checkIdleness(
  event: unknown,
  { cloudFormation, cloudWatch, stepFunctions }: Clients,
  env: Environment,
): Promise<Answer> {
  const time = new Date(z.parse(scheduled, event).time);
  const since = new Date(time.getTime() - readLimit(env, 'IDLE_HOURS') * HOUR_MILLISECONDS);
  const stack = await readServingStack(cloudFormation, env.SERVING_STACK);
  const invocations = await countInvocations(cloudWatch, {
    endpoint: env.REAL_TIME_ENDPOINT,
    variant: env.REAL_TIME_VARIANT,
    from: since,
    time,
  });
  const { step, reason } = decideParking({ stack, since, invocations });
  if (step === 'stay') return { outcome: 'stays', reason };
  try {
    await stepFunctions.send(
      new StartExecutionCommand({
        stateMachineArn: env.PARK_SERVING_ARN,
        name: parkingName(time),
        input: JSON.stringify({ cause: 'idle' }),
      }),
    );
    return { outcome: 'parks', reason };
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return { outcome: 'asked-before', reason };
    throw error;
  }
}

/** Of the hour in which it was asked for; a name is taken once. */
export function parkingName(time: Date): string {
  return `idle-${time.toISOString().slice(0, 'yyyy-mm-ddThh'.length)}`;
}

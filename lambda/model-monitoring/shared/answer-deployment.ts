import type { Context } from 'aws-lambda';
import { answerCloudFormation } from '../../shared/answer-cloud-formation';
import { publish, type Signals } from './take-look';

/** Whether CloudFormation asks, and not the schedule. */
export function isDeployment(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'RequestType' in event;
}

/** A monitor's first heartbeat, at the end of its deployment: it looks once a day, and its alarm would not wait so long. */
export async function answerDeployment(
  event: unknown,
  context: Context,
  signals: Signals,
  rowsSignal: string,
): Promise<void> {
  await answerCloudFormation(
    event,
    rowsSignal,
    async ({ RequestType }) => {
      if (RequestType !== 'Delete') await publish(signals, [{ name: rowsSignal, value: 0, unit: 'Count' }]);
    },
    { remainingMilliseconds: context.getRemainingTimeInMillis() },
  );
}

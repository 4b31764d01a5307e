import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Operator } from './change-approval';
import { APPLY_SERVING_STATE, findStateMachine, PARK_SERVING } from './find-state-machine';
import { awaitEnd } from './follow-execution';
import type { VerbOptions } from './verb-options';

/** Parking begins with the monitors that need the endpoint, waking with the endpoint itself. */
const RUNS = {
  park: { machine: PARK_SERVING, input: { cause: 'hand' } },
  wake: { machine: APPLY_SERVING_STATE, input: { action: 'wake', cause: 'hand' } },
} as const;

/** Parks or wakes the real-time endpoint, and waits until it has happened; the model in service stays. */
export async function switchRealTime(
  action: keyof typeof RUNS,
  { config, wait }: VerbOptions,
  { clients, sleep, say }: Operator,
): Promise<void> {
  const { machine, input } = RUNS[action];
  const stateMachineArn = await findStateMachine(clients.cloudFormation, config, machine);
  const { executionArn = '' } = await clients.stepFunctions.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  say(`${action} was asked for: ${executionArn}`);
  if (wait) say(await awaitEnd(executionArn, { ...clients, sleep }));
}

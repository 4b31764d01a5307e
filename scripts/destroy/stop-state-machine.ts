import { paginateListExecutions, type SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { orWhenGone } from './or-when-gone';
import { type Sleep, waitUntil } from './wait-until';

/** Ends every execution of a state machine, those that begin meanwhile too; resolves to their number when none runs. */
export async function stopStateMachine(client: SFNClient, stateMachineArn: string, sleep: Sleep): Promise<number> {
  const stopped = new Set<string>();
  const noneRuns = async () => {
    const running = await orWhenGone(runningExecutions(client, stateMachineArn), []);
    for (const executionArn of running) {
      stopped.add(executionArn);
      await orWhenGone(
        client.send(new StopExecutionCommand({ executionArn, cause: 'The environment is being destroyed' })),
        undefined,
      );
    }
    return running.length === 0;
  };
  await waitUntil(`the end of all executions of ${stateMachineArn}`, noneRuns, sleep);
  return stopped.size;
}

async function runningExecutions(client: SFNClient, stateMachineArn: string): Promise<string[]> {
  const arns: string[] = [];
  for await (const { executions = [] } of paginateListExecutions(
    { client },
    { stateMachineArn, statusFilter: 'RUNNING' },
  ))
    arns.push(...executions.map(({ executionArn = '' }) => executionArn));
  return arns;
}

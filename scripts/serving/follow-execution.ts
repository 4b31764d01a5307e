import { DescribeExecutionCommand, ListExecutionsCommand, type SFNClient } from '@aws-sdk/client-sfn';

export type Sleep = (milliseconds: number) => Promise<unknown>;
export interface Patience {
  readonly stepFunctions: SFNClient;
  readonly sleep: Sleep;
}

const FIRST_PAUSE_MILLISECONDS = 250;
const LONGEST_PAUSE_MILLISECONDS = 5000;
/** EventBridge is a matter of seconds; later than this, nobody comes. */
const EVENT_MINUTES = 5;

/** Executions of a state machine that are known already, to tell a new one apart. */
export async function knownExecutions(client: SFNClient, stateMachineArn: string): Promise<ReadonlySet<string>> {
  const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 100 }));
  return new Set(executions.map(({ executionArn = '' }) => executionArn));
}

/** Waits for an execution that an event starts, told by what its input says; throws when none begins. */
export async function awaitStart(
  stateMachineArn: string,
  known: ReadonlySet<string>,
  isMeant: (input: { readonly action?: string; readonly version?: string }) => boolean,
  { stepFunctions, sleep }: Patience,
): Promise<string> {
  const others = new Set(known);
  for (const pause of pauses(EVENT_MINUTES * 60_000)) {
    for (const executionArn of await knownExecutions(stepFunctions, stateMachineArn)) {
      if (others.has(executionArn)) continue;
      const { input = '{}' } = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
      if (isMeant(JSON.parse(input))) return executionArn;
      others.add(executionArn);
    }
    await sleep(pause);
  }
  throw new Error(
    `no run began within ${EVENT_MINUTES} minutes: the approval stands, look into the prediction stack's dead-letter queue`,
  );
}

/** Waits for the end of an execution, which its own timeout bounds. Resolves to its reason; throws what it failed of. */
export async function awaitEnd(executionArn: string, { stepFunctions, sleep }: Patience): Promise<string> {
  for (const pause of pauses(Infinity)) {
    const {
      status,
      output = '{}',
      error,
      cause,
    } = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'SUCCEEDED') {
      const { outcome, reason } = JSON.parse(output);
      return `${outcome}: ${reason}`;
    }
    if (status !== 'RUNNING' && status !== 'PENDING_REDRIVE')
      throw new Error(`${error ?? status}: ${cause ?? `look at ${executionArn}`}`);
    await sleep(pause);
  }
  throw new Error('an endless wait ended');
}

function* pauses(patience: number): Generator<number> {
  let pause = FIRST_PAUSE_MILLISECONDS;
  for (let waited = 0; waited < patience; waited += pause, pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS))
    yield pause;
}

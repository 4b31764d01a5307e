import type { AwsClients } from './aws-clients';
import { stopGlueJob } from './stop-glue-job';
import { stopPipeline } from './stop-pipeline';
import { stopStateMachine } from './stop-state-machine';
import type { Inventory } from './take-inventory';
import type { Sleep } from './wait-until';

export interface Stopping {
  readonly clients: AwsClients;
  readonly sleep: Sleep;
  readonly say: (line: string) => void;
}

/** Ends all runs, in the order in which one starts the next; resolves when none is under way. */
export async function stopEverything(inventory: Inventory, { clients, sleep, say }: Stopping): Promise<void> {
  const report = (what: string, stopped: number) =>
    say(`${what}: ${stopped === 0 ? 'none runs' : `${stopped} stopped`}`);
  for (const arn of inventory.stateMachines)
    report(`executions of ${arn.split(':').at(-1)}`, await stopStateMachine(clients.stepFunctions, arn, sleep));
  for (const name of inventory.glueJobs) report(`runs of ${name}`, await stopGlueJob(clients.glue, name, sleep));
  for (const name of inventory.pipelines)
    report(`executions of the pipeline ${name}`, await stopPipeline(clients.sageMaker, name, sleep));
}

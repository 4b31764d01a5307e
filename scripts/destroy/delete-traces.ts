import type { AwsClients } from './aws-clients';
import { deleteLogStreams, type LogStreams } from './delete-log-streams';
import { deleteModels } from './delete-models';
import { deleteOfflineTables } from './delete-offline-tables';
import { glueLogStreams } from './glue-log-streams';
import { pipelineTraces } from './pipeline-traces';
import { scheduleLogStreams } from './schedule-log-streams';
import type { Inventory } from './take-inventory';

export interface Traces {
  readonly clients: AwsClients;
  readonly say: (line: string) => void;
}

/**
 * Deletes what runs made and no stack knows of: models, job logs, tables of the offline store. While the stacks still
 * stand, because only they tell what is ours; whoever is interrupted here can start again and misses nothing. Resolves to
 * what stays on purpose, a sentence each.
 */
export async function deleteTraces(inventory: Inventory, { clients, say }: Traces): Promise<string[]> {
  const streams: LogStreams[] = [];
  const left: string[] = [];
  let jobs = 0;
  for (const name of inventory.pipelines) {
    const traces = await pipelineTraces(clients.sageMaker, name);
    await deleteModels(clients.sageMaker, traces.models);
    if (traces.models.length > 0) say(`models of pipeline runs deleted: ${traces.models.length}`);
    streams.push(...traces.logStreams);
    jobs += traces.jobs;
  }
  for (const name of inventory.glueJobs) streams.push(...(await glueLogStreams(clients.glue, name)));
  for (const arn of inventory.monitoringSchedules) streams.push(...(await scheduleLogStreams(clients.sageMaker, arn)));
  const logs = await deleteLogStreams(clients.logs, streams);
  say(`log streams of jobs deleted: ${logs.deleted}`);

  const tables = await deleteOfflineTables(clients, inventory);
  for (const table of tables.deleted) say(`table ${table} of the offline store deleted`);

  left.push(...logs.left);
  for (const database of tables.databases)
    left.push(`Glue database ${database}: the feature groups of the whole account put their tables there`);
  if (jobs > 0) left.push(`SageMaker's records of ended jobs (${jobs}): history that costs nothing`);
  return left;
}

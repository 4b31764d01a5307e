import { BatchStopJobRunCommand, type GlueClient, type JobRun, paginateGetJobRuns } from '@aws-sdk/client-glue';
import { orWhenGone } from './or-when-gone';
import { type Sleep, waitUntil } from './wait-until';

/** Most runs that one BatchStopJobRun takes. */
const BATCH = 25;

/** A state machine that is stopped may leave its Glue run running, which then writes into buckets that are being emptied. */
export async function stopGlueJob(client: GlueClient, JobName: string, sleep: Sleep): Promise<number> {
  const stopped = new Set<string>();
  const noneRuns = async () => {
    const runs = await jobRuns(client, JobName);
    const toStop = runs.filter(({ JobRunState }) => ['STARTING', 'RUNNING', 'WAITING'].includes(JobRunState ?? ''));
    const ids = toStop.map(({ Id = '' }) => Id);
    for (const id of ids) stopped.add(id);
    // A run that ends meanwhile is among the answer's errors; whether all have ended is what the next look tells.
    for (let from = 0; from < ids.length; from += BATCH)
      await client.send(new BatchStopJobRunCommand({ JobName, JobRunIds: ids.slice(from, from + BATCH) }));
    return ids.length === 0 && !runs.some(({ JobRunState }) => JobRunState === 'STOPPING');
  };
  await waitUntil(`the end of all runs of the Glue job ${JobName}`, noneRuns, sleep);
  return stopped.size;
}

/** All runs of a job that Glue still knows; none when the job is gone. */
export async function jobRuns(client: GlueClient, JobName: string): Promise<JobRun[]> {
  const list = async () => {
    const runs: JobRun[] = [];
    for await (const { JobRuns = [] } of paginateGetJobRuns({ client }, { JobName })) runs.push(...JobRuns);
    return runs;
  };
  return orWhenGone(list(), []);
}

import type { GlueClient } from '@aws-sdk/client-glue';
import type { LogStreams } from './delete-log-streams';
import { jobRuns } from './stop-glue-job';

/** Where Glue writes what Spark prints, its errors, and the continuous log: groups of the account. */
const LOG_GROUPS = ['/aws-glue/jobs/output', '/aws-glue/jobs/error', '/aws-glue/jobs/logs-v2'] as const;

/** The streams of all runs of a job, whose names begin with the run's id. To be asked before the job goes. */
export async function glueLogStreams(client: GlueClient, jobName: string): Promise<LogStreams[]> {
  const runs = await jobRuns(client, jobName);
  return runs.flatMap(({ Id }) => (Id ? LOG_GROUPS.map((group) => ({ group, prefix: Id })) : []));
}

import { paginateListMonitoringExecutions, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { LogStreams } from './delete-log-streams';
import { orWhenGone } from './or-when-gone';

/** Where a schedule's jobs write: a group of the account. */
const LOG_GROUP = '/aws/sagemaker/ProcessingJobs';

/** The streams of all jobs of a Model Monitor schedule, by its ARN. To be asked before the schedule goes. */
export async function scheduleLogStreams(client: SageMakerClient, scheduleArn: string): Promise<LogStreams[]> {
  const MonitoringScheduleName = scheduleArn.split('/').at(-1);
  const list = async () => {
    const streams: LogStreams[] = [];
    for await (const page of paginateListMonitoringExecutions({ client }, { MonitoringScheduleName }))
      for (const { ProcessingJobArn } of page.MonitoringExecutionSummaries ?? []) {
        const job = ProcessingJobArn?.split('/').at(-1);
        // An execution that found nothing to look at has no job.
        if (job) streams.push({ group: LOG_GROUP, prefix: `${job}/` });
      }
    return streams;
  };
  return orWhenGone(list(), []);
}

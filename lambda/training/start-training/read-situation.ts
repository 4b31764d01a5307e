import {
  DescribePipelineExecutionCommand,
  ListModelPackagesCommand,
  ListPipelineExecutionsCommand,
  type SageMakerClient,
  SageMakerServiceException,
} from '@aws-sdk/client-sagemaker';
import type { Situation, TrainingRun } from './decide-training';

const AT_WORK = new Set<string | undefined>(['Executing', 'Stopping']);
/** Newest executions looked at, one page; an older one cannot be at work while the door lets one in at a time. */
const NEWEST = 100;

/** What SageMaker knows about the pipeline and its versions at this moment. */
export async function readSituation(
  sageMaker: SageMakerClient,
  { pipelineName, groupName, lastRun }: { pipelineName: string; groupName: string; lastRun: TrainingRun | undefined },
): Promise<Situation> {
  const [executions, versions, lastStatus] = await Promise.all([
    sageMaker.send(
      new ListPipelineExecutionsCommand({ PipelineName: pipelineName, SortOrder: 'Descending', MaxResults: NEWEST }),
    ),
    sageMaker.send(new ListModelPackagesCommand({ ModelPackageGroupName: groupName, MaxResults: 1 })),
    // A list may lag behind a start by moments; the execution itself does not.
    lastRun?.executionArn ? statusOf(sageMaker, lastRun.executionArn) : undefined,
  ]);
  const statuses = (executions.PipelineExecutionSummaries ?? []).map((each) => each.PipelineExecutionStatus);
  return {
    pipelineName,
    lastRun,
    lastStatus,
    isRunning: [...statuses, lastStatus].some((status) => AT_WORK.has(status)),
    versionExists: (versions.ModelPackageSummaryList ?? []).length > 0,
  };
}

/** Undefined for an execution that went with its pipeline. */
async function statusOf(sageMaker: SageMakerClient, executionArn: string): Promise<string | undefined> {
  try {
    const command = new DescribePipelineExecutionCommand({ PipelineExecutionArn: executionArn });
    return (await sageMaker.send(command)).PipelineExecutionStatus;
  } catch (error) {
    if (error instanceof SageMakerServiceException && error.name === 'ResourceNotFound') return undefined;
    throw error;
  }
}

import {
  type PipelineExecutionSummary,
  paginateListPipelineExecutions,
  type SageMakerClient,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-sagemaker';
import { orWhenGone } from './or-when-gone';
import { type Sleep, waitUntil } from './wait-until';

/** What SageMaker answers to stopping an execution that has just ended, among other things. */
const REFUSALS: readonly string[] = ['ConflictException', 'ValidationException'];

/** Stops every execution of a pipeline and waits for it and its jobs: SageMaker deletes no pipeline that runs. */
export async function stopPipeline(client: SageMakerClient, pipelineName: string, sleep: Sleep): Promise<number> {
  const stopped = new Set<string>();
  let refusal = '';
  const noneRuns = async () => {
    const all = await pipelineExecutions(client, pipelineName);
    for (const { PipelineExecutionArn = '', PipelineExecutionStatus } of all)
      if (PipelineExecutionStatus === 'Executing') {
        stopped.add(PipelineExecutionArn);
        refusal = await stop(client, PipelineExecutionArn);
      }
    return !all.some(({ PipelineExecutionStatus = '' }) => ['Executing', 'Stopping'].includes(PipelineExecutionStatus));
  };
  try {
    await waitUntil(`the end of all executions of the pipeline ${pipelineName}`, noneRuns, sleep);
  } catch (error) {
    throw refusal ? new Error(`${(error as Error).message}; SageMaker says: ${refusal}`, { cause: error }) : error;
  }
  return stopped.size;
}

/** All executions of a pipeline; none when the pipeline is gone. */
export async function pipelineExecutions(
  client: SageMakerClient,
  PipelineName: string,
): Promise<PipelineExecutionSummary[]> {
  const list = async () => {
    const executions: PipelineExecutionSummary[] = [];
    for await (const page of paginateListPipelineExecutions({ client }, { PipelineName }))
      executions.push(...(page.PipelineExecutionSummaries ?? []));
    return executions;
  };
  return orWhenGone(list(), []);
}

/** Empty, or why SageMaker refused; the next look at the executions tells whether that matters. */
async function stop(client: SageMakerClient, PipelineExecutionArn: string): Promise<string> {
  try {
    await client.send(new StopPipelineExecutionCommand({ PipelineExecutionArn }));
    return '';
  } catch (error) {
    if (error instanceof Error && REFUSALS.includes(error.name)) return error.message;
    throw error;
  }
}

import {
  type PipelineExecutionStep,
  paginateListModels,
  paginateListPipelineExecutionSteps,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { LogStreams } from './delete-log-streams';
import { pipelineExecutions } from './stop-pipeline';

/** What the runs of a pipeline leave in the account and no stack knows of. */
export interface PipelineTraces {
  readonly jobs: number;
  readonly logStreams: readonly LogStreams[];
  /** Names. */
  readonly models: readonly string[];
}

/** Where SageMaker writes the logs of each kind of job: groups of the account, shared by all its jobs. */
const LOG_GROUPS = {
  TrainingJob: '/aws/sagemaker/TrainingJobs',
  TuningJob: '/aws/sagemaker/TrainingJobs',
  ProcessingJob: '/aws/sagemaker/ProcessingJobs',
  TransformJob: '/aws/sagemaker/TransformJobs',
} as const;

/** Looks at all steps of all executions of a pipeline. To be asked before the pipeline goes: they go with it. */
export async function pipelineTraces(client: SageMakerClient, pipelineName: string): Promise<PipelineTraces> {
  const logStreams: LogStreams[] = [];
  const models: string[] = [];
  let jobs = 0;
  for (const { PipelineExecutionArn = '' } of await pipelineExecutions(client, pipelineName)) {
    const executionId = PipelineExecutionArn.split('/').at(-1) ?? '';
    const steps = await executionSteps(client, PipelineExecutionArn);
    const streams = steps.flatMap((step) => streamsOfStep(step, executionId));
    jobs += streams.length;
    logStreams.push(...streams);
    if (steps.some(({ Metadata }) => Metadata?.Model)) models.push(...(await modelsOf(client, executionId)));
  }
  return { jobs, logStreams, models };
}

function streamsOfStep({ Metadata }: PipelineExecutionStep, executionId: string): LogStreams[] {
  return (Object.keys(LOG_GROUPS) as (keyof typeof LOG_GROUPS)[]).flatMap((kind) => {
    const name = Metadata?.[kind]?.Arn?.split('/').at(-1);
    return name ? [{ group: LOG_GROUPS[kind], prefix: streamPrefix(name, executionId, kind) }] : [];
  });
}

/**
 * The beginning of the names of all streams of a step's jobs. SageMaker names jobs `pipelines-<execution>-<step>-<random>`
 * and lists the last attempt only, in an ARN that may be in lower case: up to the execution's id the name is that of all
 * attempts, and of nobody else's job.
 */
function streamPrefix(job: string, executionId: string, kind: keyof typeof LOG_GROUPS): string {
  const at = job.indexOf(`${executionId}-`);
  if (executionId !== '' && at !== -1) return job.slice(0, at + executionId.length + 1);
  // A tuning job's trainings carry its name and a number; a job's own streams stand under its name.
  return kind === 'TuningJob' ? `${job}-` : `${job}/`;
}

async function executionSteps(client: SageMakerClient, PipelineExecutionArn: string): Promise<PipelineExecutionStep[]> {
  const steps: PipelineExecutionStep[] = [];
  for await (const page of paginateListPipelineExecutionSteps({ client }, { PipelineExecutionArn }))
    steps.push(...(page.PipelineExecutionSteps ?? []));
  return steps;
}

/** By name and not by the step's ARN, which may be in lower case. */
async function modelsOf(client: SageMakerClient, executionId: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { Models = [] } of paginateListModels({ client }, { NameContains: `${executionId}-` }))
    names.push(...Models.map(({ ModelName = '' }) => ModelName));
  return names.filter((name) => name.startsWith(`pipelines-${executionId}-`));
}

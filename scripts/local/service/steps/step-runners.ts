import type { CreateModelInput, CreateModelPackageInput } from '@aws-sdk/client-sagemaker';
import { type Caller, sageMakerArn } from '../caller';
import { JobFailure, StepFailure } from '../jobs/job-failure';
import type { Machine } from '../jobs/machine';
import { type ProcessingJob, runProcessingJob } from '../jobs/run-processing-job';
import { runTrainingJob, type TrainingJob } from '../jobs/run-training-job';
import { runTransformJob, type TransformJob } from '../jobs/run-transform-job';
import { runTuningJob, type TuningJob } from '../jobs/run-tuning-job';
import { s3Location } from '../jobs/s3-location';
import type { ModelRegistry } from '../model-registry';
import type { Models } from '../models';
import { type Condition, holds } from '../pipelines/condition';
import type { Step, StepType } from '../pipelines/pipeline-definition';
import { runLambdaStep } from './lambda-step';

/** The parts of the service that steps act on. */
export interface StepTools {
  readonly machine: Machine;
  readonly registry: ModelRegistry;
  readonly models: Models;
}

interface StepContext extends StepTools {
  readonly caller: Caller;
  /** The pipeline's own role. */
  readonly roleArn: string;
  readonly executionArn: string;
  /** A new name for a job of this step, no longer than `limit`. */
  readonly jobName: (limit: number) => string;
  readonly signal: AbortSignal;
}

interface StepResult {
  /** What other steps can `Get`, in the shape of the Describe response. */
  readonly properties: object;
  /** The member of ListPipelineExecutionSteps' Metadata. */
  readonly metadata: object;
}

/** Runs one step; `args` are its resolved and checked arguments. Throws what the step's FailureReason shall say. */
export type StepRunner = (step: Step, args: Record<string, unknown>, context: StepContext) => Promise<StepResult>;

const NAME_LIMIT = 63;
const TUNING_NAME_LIMIT = 32;

/** API FailStepMetadata. */
const MESSAGE_LENGTH = 3072;

/** Who runs which type of step. Retry policies and caching are not played: a step runs once, each time. */
export const STEP_RUNNERS: Readonly<Record<StepType, StepRunner>> = {
  Training: async (_step, args, { machine, caller, jobName, signal }) => {
    const TrainingJobName = jobName(NAME_LIMIT);
    const { artifact, metrics } = await runTrainingJob(
      machine,
      TrainingJobName,
      args as unknown as TrainingJob,
      signal,
    );
    const found = { ModelArtifacts: { S3ModelArtifacts: artifact }, FinalMetricDataList: metrics };
    const Arn = sageMakerArn(caller, 'training-job', TrainingJobName);
    return { properties: { ...args, TrainingJobName, ...found }, metadata: { TrainingJob: { Arn } } };
  },
  Tuning: async (_step, args, { machine, caller, jobName, signal }) => {
    const HyperParameterTuningJobName = jobName(TUNING_NAME_LIMIT);
    const trials = await runTuningJob(machine, HyperParameterTuningJobName, args as unknown as TuningJob, signal);
    const properties = {
      ...args,
      HyperParameterTuningJobName,
      BestTrainingJob: trials[0],
      TrainingJobSummaries: trials,
    };
    const Arn = sageMakerArn(caller, 'hyper-parameter-tuning-job', HyperParameterTuningJobName);
    return { properties, metadata: { TuningJob: { Arn } } };
  },
  Processing: async (_step, args, { machine, caller, jobName, signal }) => {
    const ProcessingJobName = jobName(NAME_LIMIT);
    const ExitMessage = await runProcessingJob(machine, ProcessingJobName, args as unknown as ProcessingJob, signal);
    const Arn = sageMakerArn(caller, 'processing-job', ProcessingJobName);
    return { properties: { ...args, ProcessingJobName, ExitMessage }, metadata: { ProcessingJob: { Arn } } };
  },
  Transform: async (_step, args, { machine, models, caller, jobName, signal }) => {
    const { input: model } = models.get(String(args.ModelName));
    const TransformJobName = jobName(NAME_LIMIT);
    await runTransformJob(machine, TransformJobName, args as unknown as TransformJob, model, signal);
    const Arn = sageMakerArn(caller, 'transform-job', TransformJobName);
    return { properties: { ...args, TransformJobName }, metadata: { TransformJob: { Arn } } };
  },
  Model: async (_step, args, { machine, models, caller, jobName }) => {
    const model = args as unknown as CreateModelInput;
    if (!model.PrimaryContainer) throw new JobFailure('ClientError: only models with a PrimaryContainer run here');
    await assertArtifact(machine, model.ExecutionRoleArn, model.PrimaryContainer.ModelDataUrl);
    const ModelName = jobName(NAME_LIMIT);
    return {
      properties: { ...args, ModelName },
      metadata: { Model: { Arn: models.create(ModelName, model, caller) } },
    };
  },
  RegisterModel: async (_step, args, { machine, registry, caller, roleArn, executionArn }) => {
    const { Containers = [] } = (args as CreateModelPackageInput).InferenceSpecification ?? {};
    for (const { ModelDataUrl } of Containers) await assertArtifact(machine, roleArn, ModelDataUrl);
    const version = registry.register(args, executionArn, caller);
    return { properties: version, metadata: { RegisterModel: { Arn: version.ModelPackageArn } } };
  },
  Lambda: runLambdaStep,
  Condition: async (_step, args) => {
    const Outcome = (args.Conditions as readonly Condition[]).every(holds);
    return { properties: { Outcome }, metadata: { Condition: { Outcome: Outcome ? 'True' : 'False' } } };
  },
  Fail: async (_step, args) => {
    const ErrorMessage = String(args.ErrorMessage).slice(0, MESSAGE_LENGTH);
    throw new StepFailure(ErrorMessage, { Fail: { ErrorMessage } });
  },
};

async function assertArtifact({ cloud }: Machine, roleArn: string | undefined, uri = ''): Promise<void> {
  const { objects } = await cloud.actAs(roleArn ?? '');
  const { bucket, key } = s3Location(uri);
  const found = await objects.list(bucket, key);
  if (!found.includes(key)) throw new JobFailure(`ClientError: Could not find model data at ${uri}.`);
}

import {
  CreateHyperParameterTuningJobRequest$,
  CreateModelInput$,
  CreateModelPackageInput$,
  CreateProcessingJobRequest$,
  CreateTrainingJobRequest$,
  CreateTransformJobRequest$,
} from '@aws-sdk/client-sagemaker';
import { type DocumentedShape, requestProblems } from './documented-request';
import type { Step } from './pipeline-definition';

export type StepType =
  | 'Training'
  | 'Tuning'
  | 'Model'
  | 'Transform'
  | 'Processing'
  | 'Lambda'
  | 'Condition'
  | 'Fail'
  | 'RegisterModel';

interface JobRequest {
  readonly action: string;
  readonly shape: DocumentedShape;
  /** The service names what a pipeline makes, and adds its experiment. */
  readonly omitted: readonly string[];
}

/** Which request the arguments of a step are. */
const REQUESTS: Partial<Record<StepType, JobRequest>> = {
  Training: {
    action: 'CreateTrainingJob',
    shape: CreateTrainingJobRequest$,
    omitted: ['TrainingJobName', 'ExperimentConfig'],
  },
  Tuning: {
    action: 'CreateHyperParameterTuningJob',
    shape: CreateHyperParameterTuningJobRequest$,
    omitted: ['HyperParameterTuningJobName'],
  },
  Model: { action: 'CreateModel', shape: CreateModelInput$, omitted: ['ModelName'] },
  Transform: {
    action: 'CreateTransformJob',
    shape: CreateTransformJobRequest$,
    omitted: ['TransformJobName', 'ExperimentConfig'],
  },
  Processing: {
    action: 'CreateProcessingJob',
    shape: CreateProcessingJobRequest$,
    omitted: ['ProcessingJobName', 'ExperimentConfig'],
  },
  RegisterModel: {
    action: 'CreateModelPackage',
    shape: CreateModelPackageInput$,
    omitted: ['ModelPackageName', 'CertifyForMarketplace', 'Tags'],
  },
};

/** Members of the steps whose arguments are no request; a condition's inner steps are steps of their own. */
const MEMBERS: Partial<Record<StepType, readonly string[]>> = { Condition: ['Conditions'], Fail: ['ErrorMessage'] };

/** What is wrong with a step as it stands in the definition, where expressions may still stand for values. */
export function stepProblems(step: Step): readonly string[] {
  const request = REQUESTS[step.Type];
  if (request) return requestProblems(request.shape, step.Arguments, { omitted: request.omitted, expressions: true });
  if (step.Type === 'Lambda') return step.FunctionArn === undefined ? ['FunctionArn is missing'] : [];
  const expected = MEMBERS[step.Type] ?? [];
  return [
    ...expected.filter((name) => !(name in step.Arguments)).map((name) => `${name} is missing`),
    ...Object.keys(step.Arguments)
      .filter((name) => !expected.includes(name))
      .map((name) => `${name} is unknown`),
  ];
}

/** Throws what the service answers when the resolved arguments of a step are no valid request. */
export function assertRequest(type: StepType, args: unknown): void {
  const request = REQUESTS[type];
  if (!request) return;
  const problems = requestProblems(request.shape, args, { omitted: request.omitted, expressions: false });
  if (problems.length === 0) return;
  throw new Error(`ClientError: Failed to invoke sagemaker:${request.action}. Error Details: ${problems.join('; ')}`);
}

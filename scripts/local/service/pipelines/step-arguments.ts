import {
  CreateHyperParameterTuningJobRequest$,
  CreateModelInput$,
  CreateModelPackageInput$,
  CreateProcessingJobRequest$,
  CreateTrainingJobRequest$,
  CreateTransformJobRequest$,
} from '@aws-sdk/client-sagemaker';
import { type DocumentedShape, requestProblems } from '../request-problems';
import type { Step, StepType } from './pipeline-definition';

/** The action of each step, the shape of its request, and the members that are the service's own. */
const REQUESTS: Partial<Record<StepType, readonly [string, DocumentedShape, ...string[]]>> = {
  Training: ['CreateTrainingJob', CreateTrainingJobRequest$, 'TrainingJobName', 'ExperimentConfig'],
  Tuning: ['CreateHyperParameterTuningJob', CreateHyperParameterTuningJobRequest$, 'HyperParameterTuningJobName'],
  Model: ['CreateModel', CreateModelInput$, 'ModelName'],
  Transform: ['CreateTransformJob', CreateTransformJobRequest$, 'TransformJobName', 'ExperimentConfig'],
  Processing: ['CreateProcessingJob', CreateProcessingJobRequest$, 'ProcessingJobName', 'ExperimentConfig'],
  // A version in a group takes no tags (API CreateModelPackage).
  RegisterModel: ['CreateModelPackage', CreateModelPackageInput$, 'ModelPackageName', 'CertifyForMarketplace', 'Tags'],
};

/** Members of the steps whose arguments are no request; a condition's inner steps are steps of their own. */
const MEMBERS: Partial<Record<StepType, readonly string[]>> = { Condition: ['Conditions'], Fail: ['ErrorMessage'] };

/** What is wrong with a step as it stands in the definition, where expressions may still stand for values. */
export function stepProblems(step: Step): readonly string[] {
  const request = REQUESTS[step.Type];
  if (request) {
    const [, shape, ...omitted] = request;
    return requestProblems(shape, step.Arguments, { omitted, expressions: true });
  }
  if (step.Type === 'Lambda') return step.FunctionArn === undefined ? ['FunctionArn is missing'] : [];
  const expected = MEMBERS[step.Type] ?? [];
  const unknown = Object.keys(step.Arguments).filter((name) => !expected.includes(name));
  const missing = expected.filter((name) => !(name in step.Arguments));
  return [...missing.map((name) => `${name} is missing`), ...unknown.map((name) => `${name} is unknown`)];
}

/** Throws what the service answers when the resolved arguments of a step are no valid request. */
export function assertRequest(type: StepType, args: object): void {
  const [action, shape, ...omitted] = REQUESTS[type] ?? [];
  const problems = shape ? requestProblems(shape, args, { omitted }) : [];
  if (problems.length === 0) return;
  throw new Error(`ClientError: Failed to invoke sagemaker:${action}. Error Details: ${problems.join('; ')}`);
}

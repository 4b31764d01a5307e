import type { PipelineParameter } from './parameter';
import type { ConditionStep } from './step-kinds/condition-step';
import type { FailStep } from './step-kinds/fail-step';
import type { LambdaStep } from './step-kinds/lambda-step';
import type { ModelStep } from './step-kinds/model-step';
import type { ProcessingStep } from './step-kinds/processing-step';
import type { RegisterModelStep } from './step-kinds/register-model-step';
import type { TrainingStep } from './step-kinds/training-step';
import type { TransformStep } from './step-kinds/transform-step';
import type { TuningStep } from './step-kinds/tuning-step';

/** Every kind of step that this project builds. */
export type PipelineStep =
  | TrainingStep
  | TuningStep
  | ModelStep
  | TransformStep
  | LambdaStep
  | ProcessingStep
  | ConditionStep
  | FailStep
  | RegisterModelStep;

/** The document that SageMaker Pipelines runs, in the service's own spelling. */
export interface PipelineDefinition {
  readonly Version: '2020-12-01';
  readonly Metadata: Readonly<Record<string, string>>;
  readonly Parameters: readonly PipelineParameter[];
  readonly PipelineExperimentConfig: null;
  readonly Steps: readonly PipelineStep[];
}

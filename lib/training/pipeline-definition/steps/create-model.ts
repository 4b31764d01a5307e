import type { Text } from '../expression';
import { type ModelStep, modelStep } from '../step-kinds/model-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';

/** A model of the archive at `modelDataUri`, to be scored with batch transform. */
export function createModel(inputs: TrainingPipelineInputs, name: string, modelDataUri: Text): ModelStep {
  return modelStep({ name, roleArn: inputs.roleArn, image: inputs.image, modelDataUri, tags: inputs.tags });
}

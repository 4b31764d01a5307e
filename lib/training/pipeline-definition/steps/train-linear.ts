import { type TrainingStep, trainingStep } from '../step-kinds/training-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';
import { trainingScriptJob, trainingScriptSettings } from './training-script';

/** The simplest solution first: the same script with a linear booster, to see what the trees add. */
export function trainLinear(inputs: TrainingPipelineInputs): TrainingStep {
  return trainingStep({
    ...trainingScriptJob(inputs, 'TrainLinear'),
    name: 'TrainLinear',
    hyperParameters: {
      ...trainingScriptSettings(inputs),
      booster: 'gblinear',
      num_round: String(inputs.linearRounds),
    },
    tags: inputs.tags,
  });
}

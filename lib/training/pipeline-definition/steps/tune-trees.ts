import { type TuningStep, tuningStep } from '../step-kinds/tuning-step';
import type { TrainingPipelineInputs } from '../training-pipeline-inputs';
import { OBJECTIVE, trainingScriptJob, trainingScriptSettings } from './training-script';

// More rounds than a learning rate within the range needs: the validation data says when to stop.
const MAXIMUM_ROUNDS = 600;
const PATIENCE_IN_ROUNDS = 30;

/**
 * Searches the trees' shape and learning rate for the best ROC AUC on the validation data.
 * Ranges for tables of thousands to millions of rows: shallow trees and slow learning at one end, interactions of many
 * columns at the other; rows and columns drawn by half at least.
 */
export function tuneTrees(inputs: TrainingPipelineInputs): TuningStep {
  return tuningStep({
    ...trainingScriptJob(inputs, 'TuneTrees'),
    name: 'TuneTrees',
    objective: OBJECTIVE,
    staticHyperParameters: {
      ...trainingScriptSettings(inputs),
      booster: 'gbtree',
      num_round: String(MAXIMUM_ROUNDS),
      early_stopping_rounds: String(PATIENCE_IN_ROUNDS),
    },
    integerRanges: { max_depth: { from: 2, to: 8, scale: 'Linear' } },
    continuousRanges: {
      eta: { from: 0.03, to: 0.3, scale: 'Logarithmic' },
      min_child_weight: { from: 1, to: 32, scale: 'Logarithmic' },
      lambda: { from: 0.1, to: 10, scale: 'Logarithmic' },
      subsample: { from: 0.5, to: 1, scale: 'Linear' },
      colsample_bytree: { from: 0.5, to: 1, scale: 'Linear' },
    },
    jobs: inputs.tuningJobs,
    parallelJobs: inputs.parallelTuningJobs,
    tags: inputs.tags,
  });
}

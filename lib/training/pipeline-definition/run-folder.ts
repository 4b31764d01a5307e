import { get, type Join, join } from './expression';
import type { TrainingPipelineInputs } from './training-pipeline-inputs';

/** Where `step` of this run writes; the execution's id keeps runs apart. */
export function runFolder({ runsUri }: Pick<TrainingPipelineInputs, 'runsUri'>, step: string): Join {
  return join('/', [runsUri, get('Execution.PipelineExecutionId'), step]);
}

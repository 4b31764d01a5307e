import { referencesIn } from './references-in';
import { forEachStep } from './rule';
import { stepOutputs } from './step-outputs';

/** Every output lies under this execution's id, so that no run overwrites another's. */
export const outputs = forEachStep((step) =>
  stepOutputs(step)
    .filter(({ uri }) => !referencesIn(uri).some(({ path }) => path === 'Execution.PipelineExecutionId'))
    .map(({ what }) => `Step ${step.name} writes ${what} to a place without Execution.PipelineExecutionId.`),
);

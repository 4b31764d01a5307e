import { valueAt } from './read-json';
import { forEachStep } from './rule';

// A transform job has none: its end is the end of its input.
const STOPPING_CONDITION: Readonly<Record<string, readonly string[]>> = {
  Training: ['Arguments', 'StoppingCondition'],
  Processing: ['Arguments', 'StoppingCondition'],
  Tuning: ['Arguments', 'TrainingJobDefinition', 'StoppingCondition'],
};

/** A job that hangs is stopped, so that it does not cost without end. */
export const stoppingConditions = forEachStep(({ name, type, own }) => {
  const path = STOPPING_CONDITION[type];
  const isMissing = path !== undefined && valueAt(own, ...path, 'MaxRuntimeInSeconds') === undefined;
  return isMissing ? [`Step ${name} has no stopping condition.`] : [];
});

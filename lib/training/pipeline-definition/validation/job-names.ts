import { valueAt } from './read-json';
import { forEachStep } from './rule';

const SET_BY_THE_SERVICE: Readonly<Record<string, readonly string[]>> = {
  Training: ['TrainingJobName', 'ExperimentConfig'],
  Processing: ['ProcessingJobName', 'ExperimentConfig'],
  Transform: ['TransformJobName', 'ExperimentConfig'],
  Tuning: ['HyperParameterTuningJobName'],
  Model: ['ModelName'],
  RegisterModel: ['ModelPackageName'],
};

/** Names that the service makes are left to it: a fixed one fails the second run. */
export const jobNames = forEachStep(({ name, type, own }) =>
  (SET_BY_THE_SERVICE[type] ?? [])
    .filter((argument) => valueAt(own, 'Arguments', argument) !== undefined)
    .map((argument) => `Step ${name} sets ${argument}, which the service sets.`),
);

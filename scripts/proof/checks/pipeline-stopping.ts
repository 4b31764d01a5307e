import type { Check } from '../check';
import { valueAt } from '../json-at';
import { findInSteps, type PipelineStep } from '../pipeline-definition';
import { jobsOf } from '../pipeline-jobs';

/** A transform job has no limit: it ends with its input. */
const STOPPED = ['Training', 'Tuning', 'Processing', 'QualityCheck', 'ClarifyCheck'];
/** Longest run of a training job without a raised quota: five days (SageMaker quotas). */
const LONGEST = 432_000;

export const pipelineStopping: Check = {
  id: 'pipeline-stopping',
  rule: 'A job of a pipeline that hangs is stopped before it costs without end (S-03, R-04).',
  find: (assembly) => findInSteps(assembly, stepProblems),
};

function stepProblems(step: PipelineStep): readonly string[] {
  if (!STOPPED.includes(step.type)) return [];
  return jobsOf(step).flatMap((job) => {
    const seconds = valueAt(job, 'StoppingCondition', 'MaxRuntimeInSeconds');
    const waiting = valueAt(job, 'StoppingCondition', 'MaxWaitTimeInSeconds');
    const isSpot = valueAt(job, 'EnableManagedSpotTraining') === true;
    return [
      ...(seconds === undefined ? ['has no StoppingCondition.MaxRuntimeInSeconds'] : []),
      ...(Number(seconds) > LONGEST ? [`may run for ${String(seconds)} s, and ${LONGEST} s is the quota`] : []),
      ...(Number(seconds) < 60 ? [`is stopped after ${String(seconds)} s, before its machine has started`] : []),
      ...(isSpot === (waiting !== undefined)
        ? []
        : ['has to have MaxWaitTimeInSeconds with EnableManagedSpotTraining, and only then']),
      ...(Number(waiting) < Number(seconds) ? ['waits less for spot capacity than it may run'] : []),
    ];
  });
}

import type { Check } from '../check';
import { valueAt } from '../json-at';
import { findInSteps, type PipelineStep } from '../pipeline-definition';
import { machinesOf } from '../pipeline-jobs';

/** Instances that one job may have, and jobs of a search, without a raised quota (SageMaker quotas); gigabytes of a volume (API). */
const MOST = { instances: 20, gigabytes: 16_384, jobs: 750, jobsAtATime: 100 };

export const pipelineMachines: Check = {
  id: 'pipeline-machines',
  rule: 'A job of a pipeline asks for no more machines, disk or jobs than a quota gives: a slip of three digits would be a bill.',
  find: (assembly) => findInSteps(assembly, stepProblems),
};

function stepProblems(step: PipelineStep): readonly string[] {
  const limits = valueAt(step.args, 'HyperParameterTuningJobConfig', 'ResourceLimits');
  return [
    ...machinesOf(step).flatMap((machines) => [
      ...beyond(machines, 'InstanceCount', MOST.instances),
      ...beyond(machines, 'VolumeSizeInGB', MOST.gigabytes),
    ]),
    ...beyond(limits, 'MaxNumberOfTrainingJobs', MOST.jobs),
    ...beyond(limits, 'MaxParallelTrainingJobs', MOST.jobsAtATime),
  ];
}

function beyond(holder: unknown, name: string, most: number): readonly string[] {
  const found = valueAt(holder, name);
  const isSound = typeof found !== 'number' || (found >= 1 && found <= most);
  return isSound ? [] : [`has ${name} ${found}, and 1 to ${most} are sound`];
}

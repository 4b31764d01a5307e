import type { Check } from '../check';
import { valueAt } from '../json-at';
import { findInSteps, type PipelineStep } from '../pipeline-definition';
import { jobsOf, machinesOf } from '../pipeline-jobs';

/** Where a job says so. A transform job is isolated by its model; Clarify starts an endpoint and cannot be (developer guide). */
const NETWORK: Readonly<Record<string, readonly string[]>> = {
  Training: [],
  Tuning: [],
  Processing: ['NetworkConfig'],
  QualityCheck: ['NetworkConfig'],
  Model: [],
};

export const pipelineIsolation: Check = {
  id: 'pipeline-isolation',
  rule: 'Containers of a pipeline have no network, and what machines of one job tell each other is encrypted (S-03).',
  find: (assembly) => findInSteps(assembly, stepProblems),
};

function stepProblems(step: PipelineStep): readonly string[] {
  const path = NETWORK[step.type];
  if (path === undefined) return [];
  return jobsOf(step).flatMap((job, index) => {
    const network = valueAt(job, ...path);
    const machines = machinesOf(step)[index];
    // A job on one machine has nobody to talk to.
    const isAlone = step.type === 'Model' || valueAt(machines, 'InstanceCount') === 1;
    const isEncrypted = valueAt(network, 'EnableInterContainerTrafficEncryption') === true;
    return [
      ...(valueAt(network, 'EnableNetworkIsolation') === true ? [] : ['does not have EnableNetworkIsolation: true']),
      ...(isAlone || isEncrypted ? [] : ['has several machines without EnableInterContainerTrafficEncryption: true']),
    ];
  });
}

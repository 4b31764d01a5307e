import type { PlacedStep } from './placed-step';
import { valueAt } from './read-json';

const MACHINES: Readonly<Record<string, readonly string[]>> = {
  Training: ['Arguments', 'ResourceConfig'],
  Tuning: ['Arguments', 'TrainingJobDefinition', 'ResourceConfig'],
  Processing: ['Arguments', 'ProcessingResources', 'ClusterConfig'],
  Transform: ['Arguments', 'TransformResources'],
};

/** What a job step says about its machines; undefined for other steps. */
export function machinesOf({ type, own }: PlacedStep): unknown {
  const path = MACHINES[type];
  return path === undefined ? undefined : valueAt(own, ...path);
}

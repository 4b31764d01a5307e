import { hasLocalStorage } from '../volume-key';
import { machinesOf } from './machines';
import type { PlacedStep } from './placed-step';
import { textAt, valueAt } from './read-json';
import { forEachStep } from './rule';
import { stepOutputs } from './step-outputs';

/** Outputs and volumes are encrypted with a key of ours, except the disks that refuse one. */
export const encryption = forEachStep((step) => [
  ...stepOutputs(step)
    .filter(({ kmsKeyId }) => kmsKeyId === undefined)
    .map(({ what }) => `Step ${step.name} writes ${what} without a key.`),
  ...volumeProblems(step),
]);

function volumeProblems(step: PlacedStep): readonly string[] {
  const machines = machinesOf(step);
  if (machines === undefined) return [];
  const instanceType = textAt(machines, 'InstanceType');
  const hasKey = valueAt(machines, 'VolumeKmsKeyId') !== undefined;
  const takesKey = !hasLocalStorage(instanceType);
  if (hasKey === takesKey) return [];
  return takesKey
    ? [`Step ${step.name} has a volume without a key.`]
    : [`Step ${step.name} has a volume key, which ${instanceType} refuses: its disks are local.`];
}

import { machinesOf } from './machines';
import { valueAt } from './read-json';
import { forEachStep } from './rule';

// A transform job has no such settings: it is isolated by its model.
const NETWORK: Readonly<Record<string, readonly string[]>> = {
  Training: ['Arguments'],
  Tuning: ['Arguments', 'TrainingJobDefinition'],
  Processing: ['Arguments', 'NetworkConfig'],
  Model: ['Arguments'],
};

/** Containers have no network; where several work together, what they tell each other is encrypted. */
export const isolation = forEachStep((step) => {
  const path = NETWORK[step.type];
  if (path === undefined) return [];
  const network = valueAt(step.own, ...path);
  const isIsolated = valueAt(network, 'EnableNetworkIsolation') === true;
  const isAlone = machinesOf(step) === undefined || valueAt(machinesOf(step), 'InstanceCount') === 1;
  const isEncrypted = valueAt(network, 'EnableInterContainerTrafficEncryption') === true;
  return [
    ...(isIsolated ? [] : [`Step ${step.name} does not isolate its container from the network.`]),
    ...(isAlone || isEncrypted ? [] : [`Step ${step.name} does not encrypt the traffic between its machines.`]),
  ];
});

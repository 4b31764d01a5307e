import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { wrongKey } from '../customer-key';
import { KEY_PROPERTIES, type KeyProperty } from '../facts/customer-keys';
import { hasLocalDisk } from '../facts/instance-disks';
import { resourcesOf } from '../resources-of';
import { isTrue, listOf, valueAt } from '../value-at';

export const customerKeys: Check = {
  id: 'customer-keys',
  rule: 'What SageMaker, streams, topics, queues and secrets keep is encrypted by a key of ours, wherever AWS takes one (SageMaker.17, .18, .23, .24; S-02, S-04).',
  find: (assembly) =>
    KEY_PROPERTIES.flatMap((property) =>
      resourcesOf(assembly, property.type).flatMap((resource) => faults(resource, property, assembly)),
    ),
};

function faults(resource: Placed, property: KeyProperty, assembly: Assembly): Finding[] {
  const { holder, key, control, disk, instead } = property;
  const kept = valueAt(resource.Properties, ...holder);
  if (kept === undefined || isOff(kept)) return [];
  if (instead && isTrue(valueAt(kept, ...instead))) return [];
  const found = valueAt(kept, ...key);
  const place = [...holder, ...key].join('.');
  const instances = disk === 'ClusterConfig' ? [valueAt(kept, 'InstanceType')] : disk ? variantInstances(resource) : [];
  if (instances.some(hasLocalDisk))
    return found === undefined
      ? []
      : [
          about(
            resource,
            `${control}: ${place} is set, but ${instances.join(', ')} encrypts its own disk: SageMaker refuses a key`,
          ),
        ];
  // Serverless variants have no disk that a key could encrypt.
  if (disk === 'ProductionVariants' && instances.length === 0) return [];
  const wrong = wrongKey(found, resource.stack, assembly);
  return wrong ? [about(resource, `${control}: its key, ${place}, ${wrong}; it has to be a customer's key`)] : [];
}

/** An online store and a capture that are switched off keep nothing. */
function isOff(kept: unknown): boolean {
  return ['EnableOnlineStore', 'EnableCapture'].some((name) => valueAt(kept, name) === false);
}

function variantInstances({ Properties }: Placed): readonly unknown[] {
  return ['ProductionVariants', 'ShadowProductionVariants']
    .flatMap((name) => listOf(valueAt(Properties, name)))
    .filter((variant) => valueAt(variant, 'ServerlessConfig') === undefined)
    .map((variant) => valueAt(variant, 'InstanceType'));
}

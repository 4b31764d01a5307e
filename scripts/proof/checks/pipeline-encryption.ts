import type { Assembly } from '../assembly';
import type { Check } from '../check';
import { hasLocalDisk } from '../facts/instance-disks';
import { everyValue, valueAt } from '../json-at';
import { findInSteps, type PipelineStep, resourceMeant } from '../pipeline-definition';
import { machinesOf, outputsOf } from '../pipeline-jobs';

const KEYS = ['KmsKeyId', 'VolumeKmsKeyId'];

export const pipelineEncryption: Check = {
  id: 'pipeline-encryption',
  rule: 'Volumes and outputs of the jobs of a pipeline are encrypted with a key of the assembly (S-03).',
  find: (assembly) => findInSteps(assembly, (step) => [...missing(step), ...wrong(step, assembly)]),
};

function missing(step: PipelineStep): readonly string[] {
  const open = outputsOf(step).filter(({ key }) => key === undefined);
  return [
    ...open.map(({ what }) => `writes ${what} without KmsKeyId`),
    ...machinesOf(step).flatMap((machines) => {
      const type = valueAt(machines, 'InstanceType');
      const hasKey = valueAt(machines, 'VolumeKmsKeyId') !== undefined;
      if (hasLocalDisk(type))
        return hasKey ? [`has a VolumeKmsKeyId, which ${String(type)} refuses: its disk is local`] : [];
      return hasKey ? [] : ['has a volume without VolumeKmsKeyId'];
    }),
  ];
}

/** The name of a key in text would be one of another account or of none. */
function wrong({ own }: PipelineStep, assembly: Assembly): readonly string[] {
  return everyValue(own)
    .filter(([name]) => KEYS.includes(name))
    .filter(([, key]) => !/^AWS::KMS::(Key|Alias)$/.test(resourceMeant(key, assembly)?.resource.Type ?? ''))
    .map(([name, key]) => `has the ${name} ${JSON.stringify(key)}, which is no key in these templates`);
}

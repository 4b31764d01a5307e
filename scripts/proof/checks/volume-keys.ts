import type { Check } from '../check';
import { hasLocalDisk } from '../facts/instance-disks';
import { DEFINITIONS } from '../facts/monitor-schedules';
import { findInEach } from '../find-in-each';
import { records } from '../json';
import { textOf } from '../text-of';
import { textsIn } from '../texts-in';

const CONFIG = 'AWS::SageMaker::EndpointConfig';
const TYPES = [
  CONFIG,
  'AWS::SageMaker::MonitoringSchedule',
  'AWS::SageMaker::ProcessingJob',
  ...Object.values(DEFINITIONS),
];

/** `KmsKeyId` of CreateEndpointConfig and `VolumeKmsKeyId` of jobs, API reference; a pipeline's jobs have a check of their own. */
export const volumeKeys: Check = {
  id: 'volume-keys',
  rule: 'No key is given for the volume of an instance that has only disks of its own',
  find: findInEach(TYPES, (resource, assembly) => {
    const hasKey = resource.Type === CONFIG && resource.Properties.KmsKeyId !== undefined;
    const variants = records(resource.Properties.ProductionVariants).map(({ InstanceType }) =>
      textOf(InstanceType, resource, assembly),
    );
    const texts = textsIn(resource, assembly);
    const keyed = texts.flatMap(({ path }) =>
      path.endsWith('VolumeKmsKeyId') ? [path.replace('VolumeKmsKeyId', 'InstanceType')] : [],
    );
    const jobs = texts.filter(({ path }) => keyed.includes(path)).map(({ text }) => text);
    return [...(hasKey ? variants : []), ...jobs]
      .filter(hasLocalDisk)
      .map((type) => `a key is given for the volume of ${type}, which has disks of its own: SageMaker refuses the key`);
  }),
};

import { volumeKey } from '../../../../lib/training/pipeline-definition/volume-key';

test.each(['ml.m5.large', 'ml.c5.xlarge', 'ml.t3.medium', 'ml.m7i.large', 'ml.p3.2xlarge', 'ml.inf2.xlarge'])(
  'a volume of %s is encrypted with our key',
  (instanceType) => {
    expect(volumeKey(instanceType, 'key')).toEqual({ VolumeKmsKeyId: 'key' });
  },
);

test.each([
  'ml.m5d.large',
  'ml.m5dn.large',
  'ml.c6id.large',
  'ml.g4dn.xlarge',
  'ml.g5.xlarge',
  'ml.p4d.24xlarge',
  'ml.i3en.large',
])('the local disks of %s get no key, which the service would refuse', (instanceType) => {
  expect(volumeKey(instanceType, 'key')).toEqual({});
});

import { App, CfnResource } from 'aws-cdk-lib';
import type { EnvironmentConfig } from '../../../lib/config/environment-config';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { blueGreenDeployment } from '../../../lib/serving/deployment-config';
import { EndpointScaling } from '../../../lib/serving/endpoint-scaling';
import { hasLocalDisk } from '../../../lib/serving/real-time-endpoint';
import { PhaseStack } from '../../../lib/shared/phase-stack';
import { DATASETS } from '../../datasets';

function scaling(instanceType: string): string[] {
  const { sandbox } = ENVIRONMENTS;
  const realTime = { ...sandbox.serving.realTime, instanceType };
  const config: EnvironmentConfig = { ...sandbox, serving: { ...sandbox.serving, realTime } };
  const [dataset] = DATASETS as [(typeof DATASETS)[number]];
  const stack = new PhaseStack(new App(), 'Test', 'serving', { config, dataset, lambdaBundles: '', datasetFile: '' });
  return new EndpointScaling(stack, 'Scaling').node
    .findAll()
    .filter(CfnResource.isCfnResource)
    .map(({ cfnResourceType }) => cfnResourceType);
}

test('instances that live on credits are not scaled, all others are', () => {
  expect(scaling('ml.t2.medium')).toEqual([]);
  expect(scaling('ml.m5.large')).toEqual([
    'AWS::ApplicationAutoScaling::ScalableTarget',
    'AWS::ApplicationAutoScaling::ScalingPolicy',
  ]);
});

test.each([
  ['ml.m5.large', false],
  ['ml.c5.xlarge', false],
  ['ml.t2.medium', false],
  ['ml.g4dn.xlarge', true],
  ['ml.m5d.large', true],
  ['ml.c6id.large', true],
  ['ml.m6gd.large', true],
  ['ml.g5.xlarge', true],
  ['ml.p4d.24xlarge', true],
])('the disk of %s is the instance’s own and takes no key of ours: %s', (instanceType, own) => {
  expect(hasLocalDisk(instanceType)).toBe(own);
});

test.each([1, 2, 4])(
  'with %d instances the waits of a deployment fit into its time, within AWS’s limits',
  (instances) => {
    for (const bakeMinutes of [0, 5, 60]) {
      const { blueGreenUpdatePolicy: policy } = JSON.parse(
        JSON.stringify(blueGreenDeployment({ instances, bakeMinutes, alarmNames: ['a'] })),
      );
      const waits = policy.terminationWaitInSeconds + (policy.trafficRoutingConfiguration.waitIntervalInSeconds ?? 0);
      expect(policy.terminationWaitInSeconds).toBeLessThanOrEqual(3600);
      expect(policy.maximumExecutionTimeoutInSeconds).toBeGreaterThanOrEqual(Math.max(600, waits));
      expect(policy.maximumExecutionTimeoutInSeconds).toBeLessThanOrEqual(28_800);
    }
  },
);

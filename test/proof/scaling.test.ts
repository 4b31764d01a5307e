import { autoScaling } from '../../scripts/proof/checks/auto-scaling';
import { scalingPolicies } from '../../scripts/proof/checks/scaling-policies';
import { CONFIG, REAL_TIME, refuses, soundAndSturdy, variant } from './refuses';

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';

soundAndSturdy(autoScaling, scalingPolicies);

refuses(autoScaling, TARGET, [
  ['the least is below the most', (target) => (target.Properties.MinCapacity = 5), /MinCapacity 5 is above/],
  [
    'some capacity is allowed',
    (target) => Object.assign(target.Properties, { MinCapacity: 0, MaxCapacity: 0 }),
    /MaxCapacity is 0/,
  ],
  ['a real-time variant keeps an instance', (target) => (target.Properties.MinCapacity = 0), /MinCapacity is 0/],
  [
    'an endpoint exists',
    (target) => (target.Properties.ResourceId = 'endpoint/nobody/variant/main'),
    /endpoint "nobody"/,
  ],
  [
    'a variant exists',
    (target) => (target.Properties.ResourceId = target.Properties.ResourceId.replace('main', 'AllTraffic')),
    /no variant "AllTraffic"/,
  ],
  [
    'a resource is named as Auto Scaling names it',
    (target) => (target.Properties.ResourceId = 'endpoint:x/variant:main'),
    /expected endpoint\//,
  ],
  [
    'a dimension fits',
    (target) => (target.Properties.ScalableDimension = 'sagemaker:variant:DesiredProvisionedConcurrency'),
    /serverless variant/,
  ],
  [
    'a dimension exists',
    (target) => (target.Properties.ScalableDimension = 'sagemaker:variant:InstanceCount'),
    /a variant scales in/,
  ],
  ['the service is SageMaker', (target) => (target.Properties.ServiceNamespace = 'ec2'), /ServiceNamespace is ec2/],
  ['no role of ours scales', (target) => (target.Properties.RoleARN = 'arn:aws:iam::1:role/mine'), /leave it out/],
  ['the endpoint comes first', (target) => delete target.DependsOn, /does not depend on/],
]);

refuses(
  autoScaling,
  CONFIG,
  [
    ['burstable instances do not scale', (config) => (variant(config).InstanceType = 'ml.t2.large'), /burstable/],
    ['a variant starts within the limits', (config) => (variant(config).InitialInstanceCount = 9), /outside of/],
  ],
  REAL_TIME,
);

const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';
const tracking = 'TargetTrackingScalingPolicyConfiguration';

refuses(scalingPolicies, POLICY, [
  [
    'a metric is about the dimension',
    (policy) =>
      (policy.Properties[tracking].PredefinedMetricSpecification.PredefinedMetricType =
        'ECSServiceAverageCPUUtilization'),
    /says nothing about/,
  ],
  ['a target is above zero', (policy) => (policy.Properties[tracking].TargetValue = 0), /TargetValue is 0/],
  ['a policy tracks something', (policy) => delete policy.Properties[tracking], /has no TargetTracking/],
  ['a metric is given', (policy) => delete policy.Properties[tracking].PredefinedMetricSpecification, /one metric/],
  ['a cool-down is short', (policy) => (policy.Properties[tracking].ScaleInCooldown = -1), /cool-down/],
  ['a policy is about a target', (policy) => (policy.Properties.ScalingTargetId = 'nothing'), /no scalable target/],
  ['a target has a policy', (policy) => (policy.Type = 'AWS::CloudFormation::WaitConditionHandle'), /neither a policy/],
]);

import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { about } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, list, numeric, record } from '../json';
import { referencesIn, target } from '../references';
import { resourcesOf } from '../resources-of';
import { textOf } from '../text-of';

const SCALABLE_TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const SCALING_POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';

/** PredefinedScalingMetricSpecification of Application Auto Scaling. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  'sagemaker:variant:DesiredInstanceCount': [
    'SageMakerVariantInvocationsPerInstance',
    'SageMakerVariantConcurrentRequestsPerModelHighResolution',
  ],
  'sagemaker:variant:DesiredProvisionedConcurrency': ['SageMakerVariantProvisionedConcurrencyUtilization'],
  'sagemaker:inference-component:DesiredCopyCount': [
    'SageMakerInferenceComponentInvocationsPerCopy',
    'SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution',
  ],
};

export const scalingPolicies: Check = {
  id: 'scaling-policies',
  rule: 'Whatever may scale has a policy that says when, with a metric that the thing has and a target above zero',
  find: (assembly) => [
    ...findInEach([SCALING_POLICY], policyFaults)(assembly),
    ...resourcesOf(assembly, SCALABLE_TARGET)
      .filter(
        (scaled) =>
          list(scaled.Properties.ScheduledActions).length === 0 &&
          !resourcesOf(assembly, SCALING_POLICY).some((policy) => targetOf(policy, assembly) === scaled),
      )
      .map((scaled) => about(scaled, 'it may scale, but neither a policy nor a scheduled action says when')),
  ],
};

function policyFaults(policy: Placed, assembly: Assembly): readonly (string | false)[] {
  const {
    PolicyType,
    TargetTrackingScalingPolicyConfiguration: tracking,
    StepScalingPolicyConfiguration,
  } = policy.Properties;
  const { TargetValue, PredefinedMetricSpecification, CustomizedMetricSpecification, ...cooldowns } = record(tracking);
  const scaled = targetOf(policy, assembly);
  const dimension = String((scaled ?? policy).Properties.ScalableDimension);
  const metric = record(PredefinedMetricSpecification).PredefinedMetricType;
  const known = METRICS[dimension];
  const isTracking = PolicyType === 'TargetTrackingScaling';
  return [
    !scaled && 'it names no scalable target of any template',
    isTracking &&
      tracking === undefined &&
      'the policy tracks a target and has no TargetTrackingScalingPolicyConfiguration',
    PolicyType === 'StepScaling' && StepScalingPolicyConfiguration === undefined && 'the policy has no steps',
    isTracking &&
      (PredefinedMetricSpecification === undefined) === (CustomizedMetricSpecification === undefined) &&
      'a policy tracks one metric, a predefined or an own one',
    known !== undefined &&
      metric !== undefined &&
      !known.includes(String(metric)) &&
      `${metric} says nothing about ${dimension}, expected ${known.join(' or ')}`,
    isTracking && (numeric(TargetValue) ?? 1) <= 0 && `TargetValue is ${TargetValue}, expected more than 0`,
    ...[cooldowns.ScaleInCooldown, cooldowns.ScaleOutCooldown].map(
      (seconds) => isOutside(seconds, 0, 3600) && `a cool-down takes ${seconds} s, expected 0 to 3600`,
    ),
  ];
}

function targetOf(policy: Placed, assembly: Assembly): Placed | undefined {
  const { ScalingTargetId, ResourceId, ScalableDimension } = policy.Properties;
  const referred = referencesIn(ScalingTargetId, policy.stack, assembly).map(target);
  const id = textOf(ResourceId, policy, assembly);
  return (
    referred.find((each) => each?.Type === SCALABLE_TARGET) ??
    resourcesOf(assembly, SCALABLE_TARGET).find(
      (each) =>
        id !== '' &&
        textOf(each.Properties.ResourceId, each, assembly) === id &&
        each.Properties.ScalableDimension === ScalableDimension,
    )
  );
}

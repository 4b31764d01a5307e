import { CfnScalableTarget, CfnScalingPolicy } from 'aws-cdk-lib/aws-applicationautoscaling';
import { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import { endpointNames, VARIANT } from './endpoint-names';

/** AWS does not scale instances that live on credits. */
const BURSTABLE = /^ml\.t/;
const SCALE_OUT_SECONDS = 60;
const SCALE_IN_SECONDS = 300;

/** Adds and removes instances of the real-time endpoint by invocations a minute; nothing for burstable instances. */
export class EndpointScaling extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const { config } = PhaseStack.of(this).lifecycle;
    const { instanceType, instances, maximumInstances, invocationsPerInstance } = config.serving.realTime;
    if (BURSTABLE.test(instanceType)) return;
    const target = new CfnScalableTarget(this, 'Target', {
      serviceNamespace: 'sagemaker',
      resourceId: `endpoint/${endpointNames(config).realTime}/variant/${VARIANT}`,
      scalableDimension: 'sagemaker:variant:DesiredInstanceCount',
      minCapacity: instances,
      maxCapacity: maximumInstances,
    });
    new CfnScalingPolicy(this, 'Policy', {
      policyName: 'invocations-per-instance',
      policyType: 'TargetTrackingScaling',
      scalingTargetId: target.ref,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: invocationsPerInstance,
        predefinedMetricSpecification: { predefinedMetricType: 'SageMakerVariantInvocationsPerInstance' },
        scaleInCooldown: SCALE_IN_SECONDS,
        scaleOutCooldown: SCALE_OUT_SECONDS,
      },
    });
  }
}

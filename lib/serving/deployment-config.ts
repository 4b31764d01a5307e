import { Duration } from 'aws-cdk-lib';
import type { CfnEndpoint } from 'aws-cdk-lib/aws-sagemaker';

export interface DeploymentProps {
  readonly instances: number;
  readonly bakeMinutes: number;
  readonly alarmNames: readonly string[];
}

/** Time for starting the new instances and ending the old ones, beside the waits; SageMaker gives up and goes back after it. */
const STARTING_MINUTES = 60;

/**
 * Blue/green: the new version takes over on instances of its own while the former one stands by, and goes back as soon as
 * an alarm goes off. One instance first where there are several: a canary may be no more than half of them.
 */
export function blueGreenDeployment(props: DeploymentProps): CfnEndpoint.DeploymentConfigProperty {
  const bakeSeconds = Duration.minutes(props.bakeMinutes).toSeconds();
  const traffic =
    props.instances >= 2
      ? { type: 'CANARY', canarySize: { type: 'INSTANCE_COUNT', value: 1 }, waitIntervalInSeconds: bakeSeconds }
      : { type: 'ALL_AT_ONCE', waitIntervalInSeconds: 0 };
  return {
    blueGreenUpdatePolicy: {
      trafficRoutingConfiguration: traffic,
      terminationWaitInSeconds: bakeSeconds,
      maximumExecutionTimeoutInSeconds: Duration.minutes(STARTING_MINUTES).toSeconds() + 2 * bakeSeconds,
    },
    autoRollbackConfiguration: { alarms: props.alarmNames.map((alarmName) => ({ alarmName })) },
  };
}

import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Environment } from '../../lambda/model-monitoring/check-idleness/environment';
import { stackName } from '../config/stacks';
import { endpointNames, VARIANT } from '../serving/endpoint-names';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { LambdaFunction } from '../shared/lambda-function';
import { PhaseStack } from '../shared/phase-stack';
import { grantDescribeStack } from '../shared/stack-update';
import type { ParkServing } from './park-serving';

export interface IdleParkingProps {
  readonly parkServing: ParkServing;
  /** Without a question for so long it is idle. */
  readonly after: Duration;
  readonly deadLetters: DeadLetterQueue;
}

/**
 * Parks the real-time endpoint when nobody has asked it for a while; its callers are served on demand from then on. It is
 * looked at every hour: an alarm would tell once, and no more after somebody woke the endpoint.
 */
export class IdleParking extends Construct {
  public constructor(scope: Construct, id: string, { parkServing, after, deadLetters }: IdleParkingProps) {
    super(scope, id);
    const { config } = PhaseStack.of(this).lifecycle;
    const checkIdleness = new LambdaFunction(this, 'CheckIdleness', {
      handler: 'model-monitoring/check-idleness',
      description: 'Has the real-time endpoint parked when nobody has asked it for a while',
      environment: {
        SERVING_STACK: stackName(config, 'serving'),
        REAL_TIME_ENDPOINT: endpointNames(config).realTime,
        REAL_TIME_VARIANT: VARIANT,
        IDLE_HOURS: String(after.toHours()),
        PARK_SERVING_ARN: parkServing.machineArn,
      } satisfies Environment,
      onFailure: deadLetters,
    });
    grantDescribeStack(this, 'serving', checkIdleness);
    parkServing.grantStart(checkIdleness);
    checkIdleness.addToRolePolicy(
      // A metric has no ARN, and reading knows no condition.
      new PolicyStatement({ actions: ['cloudwatch:GetMetricStatistics'], resources: ['*'] }),
    );
    new Rule(this, 'Hourly', {
      description: 'Nobody may have asked the real-time endpoint for a while',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [
        new LambdaTarget(checkIdleness, {
          deadLetterQueue: deadLetters,
          retryAttempts: 24,
          // The next one is on its way then.
          maxEventAge: Duration.hours(1),
        }),
      ],
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, type EventPattern, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Environment } from '../../lambda/model-monitoring/request-retraining/environment';
import type { LakeZone } from '../data-lake/lake-zone';
import type { PrepareData } from '../data-preparation/prepare-data';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { LambdaFunction } from '../shared/lambda-function';
import { PhaseStack } from '../shared/phase-stack';

export interface RetrainingProps {
  readonly prepareData: PrepareData;
  /** Where the monitors report. */
  readonly monitoring: LakeZone;
  readonly deadLetters: DeadLetterQueue;
}

/** Closes the loop: has the data prepared again, outcomes included, when there is a cause; once a day for each. */
export class Retraining extends Construct {
  private readonly requestRetraining: LambdaFunction;
  private readonly deadLetters: DeadLetterQueue;

  public constructor(scope: Construct, id: string, { prepareData, monitoring, deadLetters }: RetrainingProps) {
    super(scope, id);
    this.deadLetters = deadLetters;
    this.requestRetraining = new LambdaFunction(this, 'RequestRetraining', {
      handler: 'model-monitoring/request-retraining',
      description: 'Has the data prepared again when a monitor or the calendar asks for a training',
      environment: { PREPARE_DATA_ARN: prepareData.machineArn, MONITORING_URI: monitoring.uri } satisfies Environment,
      onFailure: deadLetters,
    });
    prepareData.grantStart(this.requestRetraining);
    monitoring.grantRead(this.requestRetraining);
    const { retrainEveryDays } = PhaseStack.of(this).lifecycle.config.modelMonitoring;
    if (retrainEveryDays !== undefined) this.onSchedule(retrainEveryDays);
  }

  /** Lets alarms ask for a training, for the given cause. */
  public onAlarm(id: string, cause: 'drift' | 'quality', alarms: readonly IAlarm[]): void {
    this.onEvent(id, cause, `A monitor found a cause to train again: ${cause}`, {
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        detail: { alarmName: alarms.map(({ alarmName }) => alarmName), state: { value: ['ALARM'] } },
      },
    });
  }

  private onSchedule(days: number): void {
    const schedule = Schedule.rate(Duration.days(days));
    this.onEvent('OnSchedule', 'schedule', 'Trains again however well the model does', { schedule });
  }

  private onEvent(
    id: string,
    cause: string,
    description: string,
    when: { readonly eventPattern?: EventPattern; readonly schedule?: Schedule },
  ): void {
    const target = new LambdaTarget(this.requestRetraining, {
      event: RuleTargetInput.fromObject({ cause, time: EventField.time }),
      deadLetterQueue: this.deadLetters,
      retryAttempts: 24,
      maxEventAge: Duration.hours(24),
    });
    new Rule(this, id, { description, ...when, targets: [target] });
  }
}

import { Duration, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { OfficeHours } from '../config/office-hours';
import type { ApplyServingState } from '../serving/apply-serving-state';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { ServiceRole } from '../shared/service-role';
import type { ParkServing } from './park-serving';

export interface OfficeHoursParkingProps {
  readonly officeHours: OfficeHours;
  readonly applyServingState: ApplyServingState;
  readonly parkServing: ParkServing;
  readonly deadLetters: DeadLetterQueue;
}

interface Order {
  /** `08:00`. */
  readonly at: string;
  readonly machineArn: string;
  readonly input: object;
  readonly description: string;
}

const CAUSE = 'office-hours';

/**
 * Wakes the real-time endpoint when office hours begin and parks it when they end, whether it is idle or not; between those
 * two moments people, and idleness, may park and wake it as they like.
 */
export class OfficeHoursParking extends Construct {
  private readonly role: ServiceRole;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: OfficeHoursParkingProps,
  ) {
    super(scope, id);
    const { officeHours, applyServingState, parkServing } = props;
    this.role = new ServiceRole(this, 'Role', 'scheduler.amazonaws.com', 'Keeps the office hours of the endpoint');
    this.order('Wake', {
      at: officeHours.from,
      machineArn: applyServingState.machineArn,
      input: { action: 'wake', cause: CAUSE },
      description: 'Office hours begin: the real-time endpoint is woken',
    });
    this.order('Park', {
      at: officeHours.to,
      machineArn: parkServing.machineArn,
      input: { cause: CAUSE },
      description: 'Office hours end: the real-time endpoint is parked',
    });
  }

  private order(id: string, { at, machineArn, input, description }: Order): void {
    const { officeHours, deadLetters } = this.props;
    const [hour, minute] = at.split(':').map((part) => String(Number(part)));
    new Schedule(this, id, {
      description,
      schedule: ScheduleExpression.cron({
        hour,
        minute,
        weekDay: officeHours.weekdays.join(','),
        timeZone: TimeZone.of(officeHours.timeZone),
      }),
      target: new StepFunctionsStartExecution(StateMachine.fromStateMachineArn(this, `${id}Machine`, machineArn), {
        input: ScheduleTargetInput.fromObject(input),
        role: this.role,
        deadLetterQueue: deadLetters,
        retryAttempts: 24,
        // A later one might cross the next order.
        maxEventAge: Duration.hours(1),
      }),
    });
  }
}

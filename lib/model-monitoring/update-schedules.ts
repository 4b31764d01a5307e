import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Errors,
  Fail,
  type IChainable,
  JsonPath,
  Pass,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { StackUpdate } from '../shared/stack-update';
import { SCHEDULE_RESOURCE_TYPES } from './schedule-resource-types';

export interface UpdateSchedulesProps {
  readonly planSchedules: IFunction;
  /** Follow what is in service, or have no schedules whatever is. */
  readonly want: 'follow' | 'off';
  /** Goes on when what is wanted is in force, or there is nothing to do; the answer stands in `$.answer`. */
  readonly settled: IChainable;
  /** Goes on when the stack went back. */
  readonly refused: IChainable;
}

/** Between two looks at the stack. */
const PAUSE = Duration.seconds(10);

/**
 * States that bring the stack of schedules to what is wanted: plan, update if the plan says so, wait, and plan again until
 * it is in force. CloudFormation's own error names are not relied on: whatever an update answers, the next plan looks at the
 * stack. The input stays in `$.input`.
 */
export class UpdateSchedules extends Construct {
  public readonly start: Pass;

  public constructor(scope: Construct, id: string, props: UpdateSchedulesProps) {
    super(scope, id);
    this.start = new Pass(this, 'Begin', {
      parameters: { input: JsonPath.entirePayload, startedAt: JsonPath.executionStartTime, want: props.want },
    });
    const plan = new LambdaInvoke(this, 'PlanSchedules', {
      lambdaFunction: props.planSchedules,
      payload: TaskInput.fromObject({ now: JsonPath.stateEnteredTime, run: JsonPath.entirePayload }),
      payloadResponseOnly: true,
      resultPath: '$.answer',
    });
    // It only looks, so it is simply asked again.
    plan.addRetry({ interval: Duration.seconds(5), maxAttempts: 3, backoffRate: 3 });
    const pause = new Wait(this, 'Pause', { time: WaitTime.duration(PAUSE) });
    const update = new StackUpdate(this, 'UpdateStack', {
      stack: 'monitor-schedules',
      resourceTypes: SCHEDULE_RESOURCE_TYPES,
      parameters: '$.answer.parameters',
      resultPath: '$.update',
    });
    update.addCatch(pause, { errors: [Errors.TASKS_FAILED], resultPath: '$.update' });
    this.start.next(plan);
    plan.next(
      new Choice(this, 'WhatNext')
        .when(step('update'), update.next(pause.next(plan)))
        .when(step('wait'), pause)
        .when(step('refused'), props.refused)
        .when(
          step('failed'),
          new Fail(this, 'SchedulesFailed', { error: 'SchedulesFailed', causePath: '$.answer.reason' }),
        )
        .otherwise(props.settled),
    );
  }
}

function step(name: string): Condition {
  return Condition.stringEquals('$.answer.step', name);
}

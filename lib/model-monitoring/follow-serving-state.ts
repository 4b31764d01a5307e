import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import {
  DefinitionBody,
  type IChainable,
  JsonPath,
  LogLevel,
  Pass,
  StateMachine,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { DynamoAttributeValue, DynamoPutItem, SnsPublish } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { stackName } from '../config/stacks';
import type { ApplyServingState } from '../serving/apply-serving-state';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { NOT_OURS, OURS, OURS_MEANS, retryWrite, THIS_RUN } from '../shared/items-of-a-run';
import { PhaseLogGroup } from '../shared/phase-log-group';
import { PhaseStack } from '../shared/phase-stack';
import { runbookEntry } from '../shared/runbook';
import { ServiceRole } from '../shared/service-role';
import { confineUpdates } from '../shared/stack-update';
import { SCHEDULE_RESOURCE_TYPES } from './schedule-resource-types';
import type { SchedulesPlan } from './schedules-plan';
import { UpdateSchedules } from './update-schedules';

export interface FollowServingStateProps {
  readonly plan: SchedulesPlan;
  readonly operators: ITopic;
  readonly deadLetters: DeadLetterQueue;
}

/**
 * Keeps Model Monitor's schedules in step with what is in service: on with the version's baselines while it serves in real
 * time, off otherwise. When SageMaker refuses them, the stack has gone back by itself and the promotion stands; the refusal
 * is remembered, told to the operators once, and not tried again until `npm run monitor:retry`.
 *
 * Output `{ outcome: "followed" | "nothing" | "refused", reason }`.
 */
export class FollowServingState extends Construct {
  private readonly machine: StateMachine;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: FollowServingStateProps,
  ) {
    super(scope, id);
    const role = new ServiceRole(this, 'Role', 'states.amazonaws.com', 'Keeps the schedules in step with serving');
    const update = new UpdateSchedules(this, 'Update', {
      planSchedules: props.plan.planSchedules,
      want: 'follow',
      settled: new Pass(this, 'Settled', { parameters: outcome(JsonPath.stringAt('$.answer.step')) }),
      refused: this.refused(),
    });
    confineUpdates(role, SCHEDULE_RESOURCE_TYPES);
    // Publishing's own grant leaves out the topic's key.
    props.operators.grantPublish(role);
    this.machine = new StateMachine(this, 'Machine', {
      comment: 'Keeps the schedules of Model Monitor in step with what is in service',
      definitionBody: DefinitionBody.fromChainable(update.start),
      role,
      timeout: props.plan.longestUpdate,
      tracingEnabled: true,
      logs: { destination: new PhaseLogGroup(this, 'Logs'), level: LogLevel.ALL },
    });
  }

  /** Follows every change of what is in service. */
  public follow(applyServingState: ApplyServingState): void {
    applyServingState.onApplied(
      this,
      'OnApplied',
      new SfnStateMachine(this.machine, {
        role: new ServiceRole(this, 'OnAppliedRole', 'events.amazonaws.com', 'Starts to follow what is in service'),
        // What is in service is read when it is looked at: an event may be late.
        input: RuleTargetInput.fromObject({}),
        deadLetterQueue: this.props.deadLetters,
        retryAttempts: 24,
        maxEventAge: Duration.hours(24),
      }),
    );
  }

  /** Runs that failed for another reason than a refusal. */
  public metricFailed(): IMetric {
    return this.machine.metricFailed({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  /** Runs that were cut off, which are not counted as failed. */
  public metricTimedOut(): IMetric {
    return this.machine.metricTimedOut({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  /** Remember first: of two runs that were refused, one tells. */
  private refused(): IChainable {
    const { plan, operators } = this.props;
    const result = { parameters: outcome('refused') };
    const remember = new DynamoPutItem(this, 'RememberRefusal', {
      table: plan.refusals,
      item: {
        stack: DynamoAttributeValue.fromString(stackName(PhaseStack.of(this).lifecycle.config, 'monitor-schedules')),
        reason: DynamoAttributeValue.fromString(JsonPath.stringAt('$.answer.reason')),
        refusedAt: DynamoAttributeValue.fromString(JsonPath.stateEnteredTime),
        execution: THIS_RUN,
      },
      // One whose answer was lost is remembered again, and must not pass for another run's: nobody would tell it.
      conditionExpression: `attribute_not_exists(reason) OR ${OURS}`,
      ...OURS_MEANS,
      resultPath: JsonPath.DISCARD,
    });
    const told = new Pass(this, 'ToldBefore', result);
    retryWrite(remember).addCatch(told, { errors: [NOT_OURS], resultPath: JsonPath.DISCARD });
    const tell = new SnsPublish(this, 'TellOperators', {
      topic: operators,
      subject: `${PhaseStack.of(this).fixedName()}: no Model Monitor schedules`,
      message: TaskInput.fromText(
        JsonPath.format(
          `SageMaker refused the schedules of Model Monitor ({}). The model serves all the same and our own monitors watch it. Not tried again until: npm run monitor:retry. ${PhaseStack.of(this).fixedName()}; what to do: ${runbookEntry('MonitorSchedulesFailed')}`,
          JsonPath.stringAt('$.answer.reason'),
        ),
      ),
      resultPath: JsonPath.DISCARD,
    }).addRetry({ maxAttempts: 3 });
    return remember.next(tell.next(new Pass(this, 'Refused', result)));
  }
}

function outcome(name: string) {
  return { outcome: name, reason: JsonPath.stringAt('$.answer.reason') };
}

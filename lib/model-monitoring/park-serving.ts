import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import {
  DefinitionBody,
  Fail,
  IntegrationPattern,
  JsonPath,
  LogLevel,
  StateMachine,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { ApplyServingState } from '../serving/apply-serving-state';
import { PhaseLogGroup } from '../shared/phase-log-group';
import { ServiceRole } from '../shared/service-role';
import { confineUpdates } from '../shared/stack-update';
import { SCHEDULE_RESOURCE_TYPES } from './schedule-resource-types';
import type { SchedulesPlan } from './schedules-plan';
import { UpdateSchedules } from './update-schedules';

export interface ParkServingProps {
  readonly plan: SchedulesPlan;
  readonly applyServingState: ApplyServingState;
}

/**
 * Parks the real-time endpoint: takes Model Monitor's schedules away, which need it, waits until they are gone, and only then
 * has it parked. Waking goes through `apply-serving-state` alone, whose success brings the schedules back.
 *
 * Input `{ cause }`; output as that of `apply-serving-state`.
 */
export class ParkServing extends Construct {
  private readonly machine: StateMachine;

  public constructor(scope: Construct, id: string, { plan, applyServingState }: ParkServingProps) {
    super(scope, id);
    const role = new ServiceRole(this, 'Role', 'states.amazonaws.com', 'Parks the real-time endpoint');
    const update = new UpdateSchedules(this, 'Schedules', {
      planSchedules: plan.planSchedules,
      want: 'off',
      settled: this.park(applyServingState),
      refused: new Fail(this, 'SchedulesStay', {
        error: 'ParkingFailed',
        causePath: JsonPath.format(
          'The schedules of Model Monitor could not be removed, so the endpoint stays: {}',
          JsonPath.stringAt('$.answer.reason'),
        ),
      }),
    });
    confineUpdates(role, SCHEDULE_RESOURCE_TYPES);
    this.machine = new StateMachine(this, 'Machine', {
      comment: 'Parks the real-time endpoint, schedules first',
      definitionBody: DefinitionBody.fromChainable(update.start),
      role,
      timeout: plan.longestUpdate.plus(applyServingState.longestRun),
      tracingEnabled: true,
      logs: { destination: new PhaseLogGroup(this, 'Logs'), level: LogLevel.ALL },
    });
  }

  public get machineArn(): string {
    return this.machine.stateMachineArn;
  }

  public grantStart(grantee: IGrantable): Grant {
    return this.machine.grantStartExecution(grantee);
  }

  /** Runs that did not park; each says why. */
  public metricFailed(): IMetric {
    return this.machine.metricFailed({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  /** Runs that were cut off, which are not counted as failed. */
  public metricTimedOut(): IMetric {
    return this.machine.metricTimedOut({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  private park({ machineArn }: ApplyServingState): StepFunctionsStartExecution {
    const at = (field: string) => JsonPath.stringAt(`$.Output.${field}`);
    return new StepFunctionsStartExecution(this, 'ParkEndpoint', {
      stateMachine: StateMachine.fromStateMachineArn(this, 'ApplyServingState', machineArn),
      integrationPattern: IntegrationPattern.RUN_JOB,
      input: TaskInput.fromObject({ action: 'park', cause: JsonPath.stringAt('$.input.cause') }),
      resultSelector: {
        outcome: at('outcome'),
        version: at('version'),
        realTime: at('realTime'),
        reason: at('reason'),
      },
    });
  }
}

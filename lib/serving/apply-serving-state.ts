import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, type IRuleTarget, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ModelRegistry } from '../model-registry/model-registry';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { PhaseLogGroup } from '../shared/phase-log-group';
import { ServiceRole } from '../shared/service-role';
import { confineUpdates } from '../shared/stack-update';
import type { ModelStorage } from '../training/model-storage';
import { servingDefinition } from './serving-definition';
import { ServingFunctions } from './serving-functions';
import type { ServingStack } from './serving-stack';

export interface ApplyServingStateProps {
  readonly serving: ServingStack;
  readonly registry: ModelRegistry;
  readonly models: ModelStorage;
  readonly operators: ITopic;
  readonly deadLetters: DeadLetterQueue;
}

/** Of a run, and again of its way back: creating an endpoint and shifting its traffic take hours at the worst. */
const PATIENCE = Duration.hours(8);

/**
 * The only way to change what serves:
 * 1. decide, from the request, the registry and the stack as they are now
 * 2. update the serving stack with its own template and the new values
 * 3. check the stack, its endpoints and their answers; on failure decide the way back, and take it
 * 4. tell the operators what failed, and delete what replacements left
 * Runs may overlap: the stack is the lock, and each run decides anew when it gets its turn.
 *
 * Input `{ action: "approve"|"reject", version, cause, time? }` or `{ action: "park"|"wake", cause }`; output
 * `{ outcome: "applied"|"nothing", version, realTime, reason }`.
 */
export class ApplyServingState extends Construct {
  /** A run has ended after so long, well or not. */
  public readonly longestRun = Duration.hours(24);
  private readonly machine: StateMachine;

  public constructor(scope: Construct, id: string, props: ApplyServingStateProps) {
    super(scope, id);
    const { serving, registry, models, operators } = props;
    const functions = new ServingFunctions(this, 'Functions', {
      servingStack: serving.stackName,
      registry,
      models,
      patience: PATIENCE,
    });
    const role = new ServiceRole(this, 'Role', 'states.amazonaws.com', 'Changes which model serves');
    this.machine = new StateMachine(this, 'Machine', {
      comment: 'Brings an approved model version into service, or back out of it',
      definitionBody: DefinitionBody.fromChainable(servingDefinition(this, { serving, functions, operators })),
      role,
      timeout: this.longestRun,
      tracingEnabled: true,
      logs: { destination: new PhaseLogGroup(this, 'Logs'), level: LogLevel.ALL },
    });
    confineUpdates(role, serving.resourceTypes);
    // The task grants the topic and not its key.
    operators.grantPublish(role);
    this.startOnApproval(props);
  }

  public get machineArn(): string {
    return this.machine.stateMachineArn;
  }

  public grantStart(grantee: IGrantable): Grant {
    return this.machine.grantStartExecution(grantee);
  }

  /** Runs `target` whenever a run ended well; its output says what serves now. */
  public onApplied(scope: Construct, id: string, target: IRuleTarget): Rule {
    return new Rule(scope, id, {
      description: 'What serves was decided and seen to serve',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [this.machineArn], status: ['SUCCEEDED'] },
      },
      targets: [target],
    });
  }

  /** Runs that were refused or failed; each has told the operators why. */
  public metricFailed(): IMetric {
    return this.machine.metricFailed({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  /** Runs that were cut off, wherever they were; Step Functions does not count them as failed. */
  public metricTimedOut(): IMetric {
    return this.machine.metricTimedOut({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  private startOnApproval({ registry, deadLetters }: ApplyServingStateProps): void {
    const role = new ServiceRole(this, 'OnApprovalRole', 'events.amazonaws.com', 'Starts a change of what serves');
    const actions = { Approved: 'approve', Rejected: 'reject' } as const;
    for (const [status, action] of Object.entries(actions))
      new Rule(this, `On${status}`, {
        description: `A model version was ${status.toLowerCase()}`,
        eventPattern: {
          source: ['aws.sagemaker'],
          detailType: ['SageMaker Model Package State Change'],
          detail: { ModelPackageGroupName: [registry.groupName], ModelApprovalStatus: [status] },
        },
        targets: [
          new SfnStateMachine(this.machine, {
            role,
            input: RuleTargetInput.fromObject({
              action,
              version: EventField.fromPath('$.detail.ModelPackageArn'),
              cause: 'approval',
              time: EventField.time,
            }),
            deadLetterQueue: deadLetters,
            retryAttempts: 24,
            maxEventAge: Duration.hours(24),
          }),
        ],
      });
  }
}

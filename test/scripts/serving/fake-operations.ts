import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import type { Operator } from '../../../scripts/serving/change-approval';
import { stubClient } from '../../lambda/stub-client';

export const arnOf = (number: number) => `arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/${number}`;
export const OPTIONS = { config: ENVIRONMENTS.sandbox, group: 'parts', reason: 'by hand', wait: true };
const MACHINES: Record<string, string> = {
  'ml-lifecycle-sandbox-prediction': 'ApplyServingStateMachine0A1B',
  'ml-lifecycle-sandbox-model-monitoring': 'ParkServingMachine2C3D',
};

interface Execution {
  readonly executionArn: string;
  readonly input: string;
  looks: number;
}

/** An account in which an approval starts a run, which ends as `ending` says when it was looked at twice. */
export class FakeOperations {
  public readonly said: string[] = [];
  public readonly approvals: object[] = [];
  public readonly started: { readonly machine: string; readonly input: unknown }[] = [];
  public ending: object = { status: 'SUCCEEDED', output: '{"outcome":"applied","reason":"Version 2 is in service."}' };
  /** Whether EventBridge does what it should. */
  public starts = true;
  private readonly executions: Execution[] = [
    { executionArn: 'old', input: JSON.stringify({ action: 'approve', version: arnOf(2) }), looks: 9 },
  ];

  public constructor(
    private readonly statuses: Readonly<Record<number, string>>,
    private readonly inService = 'none',
  ) {}

  public get operator(): Operator {
    return { clients: this.clients, sleep: async () => undefined, say: (line) => this.said.push(line) };
  }

  private get clients(): Operator['clients'] {
    return {
      cloudFormation: stubClient(new CloudFormationClient({}), {
        DescribeStacks: () => ({
          Stacks: [{ Parameters: [{ ParameterKey: 'ApprovedModelVersion', ParameterValue: this.inService }] }],
        }),
        ListStackResources: ({ StackName }) => ({
          StackResourceSummaries: [
            {
              ResourceType: 'AWS::Logs::LogGroup',
              LogicalResourceId: 'ApplyServingStateLogs',
              PhysicalResourceId: 'no',
            },
            {
              ResourceType: 'AWS::StepFunctions::StateMachine',
              LogicalResourceId: MACHINES[StackName],
              PhysicalResourceId: MACHINES[StackName],
            },
          ],
        }),
      }).client,
      sageMaker: stubClient(new SageMakerClient({}), {
        ListModelPackages: () => ({
          ModelPackageSummaryList: Object.entries(this.statuses).map(([number, ModelApprovalStatus]) => ({
            ModelPackageArn: arnOf(Number(number)),
            ModelPackageVersion: Number(number),
            ModelApprovalStatus,
          })),
        }),
        UpdateModelPackage: (input) => {
          this.approvals.push(input);
          const action = input.ModelApprovalStatus === 'Approved' ? 'approve' : 'reject';
          if (this.starts) this.begin({ action: 'park' }, { action, version: input.ModelPackageArn });
        },
      }).client,
      stepFunctions: stubClient(new SFNClient({}), {
        ListExecutions: () => ({ executions: this.executions }),
        StartExecution: ({ stateMachineArn, input }) => {
          this.started.push({ machine: stateMachineArn, input: JSON.parse(input) });
          return { executionArn: this.begin(JSON.parse(input)) };
        },
        DescribeExecution: ({ executionArn }) => {
          const execution = this.executions.find((each) => each.executionArn === executionArn) as Execution;
          const ended = ++execution.looks > 2 ? this.ending : { status: 'RUNNING' };
          return { input: execution.input, ...ended };
        },
      }).client,
    };
  }

  private begin(...inputs: object[]): string {
    for (const input of inputs) {
      const executionArn = `run-${this.executions.length}`;
      this.executions.unshift({ executionArn, input: JSON.stringify(input), looks: 0 });
    }
    return this.executions[0]?.executionArn ?? '';
  }
}

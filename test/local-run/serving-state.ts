import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { stackName } from '../../lib/config/stacks';
import { type Lifecycle, until } from '../../scripts/local/lifecycle';
import { awaitEnd, knownExecutions } from '../../scripts/serving/follow-execution';

/** What the serving stack says of itself. */
export interface ServingState {
  readonly version: string;
  readonly realTime: string;
  readonly status: string;
  readonly updated: string;
}

export async function readServingState(config: EnvironmentConfig): Promise<ServingState> {
  const asked = new DescribeStacksCommand({ StackName: stackName(config, 'serving') });
  const { Stacks } = await new CloudFormationClient({}).send(asked);
  const { Parameters = [], StackStatus = '', LastUpdatedTime, CreationTime } = Stacks?.[0] ?? {};
  const of = (key: string) => Parameters.find(({ ParameterKey }) => ParameterKey === key)?.ParameterValue ?? '';
  return {
    version: of('ApprovedModelVersion'),
    realTime: of('RealTime'),
    status: StackStatus,
    updated: (LastUpdatedTime ?? CreationTime)?.toISOString() ?? '',
  };
}

/** The runs of the state machine that changes what serves. */
export class ServingRuns {
  private readonly stepFunctions = new SFNClient({});

  public constructor(
    private readonly lifecycle: Lifecycle,
    private readonly pause: (milliseconds: number) => Promise<unknown>,
  ) {}

  /** Starts one as nobody should, and resolves with what it said. */
  public async start(input: object): Promise<string> {
    const started = new StartExecutionCommand({
      stateMachineArn: await this.machineArn(),
      input: JSON.stringify(input),
    });
    const { executionArn = '' } = await this.stepFunctions.send(started);
    return awaitEnd(executionArn, { stepFunctions: this.stepFunctions, sleep: () => this.pause(200) });
  }

  /** How the runs ended that so many events start. */
  public async startedBy(events: readonly (() => Promise<void>)[]): Promise<string[]> {
    const stateMachineArn = await this.machineArn();
    const known = await knownExecutions(this.stepFunctions, stateMachineArn);
    for (const send of events) await send();
    return until(`the end of ${events.length} runs`, async () => {
      const { executions = [] } = await this.stepFunctions.send(new ListExecutionsCommand({ stateMachineArn }));
      const begun = executions.filter(({ executionArn = '' }) => !known.has(executionArn));
      const ended = begun.map(({ status = '' }) => status as string).filter((status) => status !== 'RUNNING');
      return ended.length === events.length ? ended : undefined;
    });
  }

  private machineArn(): Promise<string> {
    return this.lifecycle.stacks.find('prediction', 'AWS::StepFunctions::StateMachine', 'ApplyServingState');
  }
}

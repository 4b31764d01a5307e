import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ExecutionAlreadyExists, SFNClient } from '@aws-sdk/client-sfn';
import { checkIdleness } from '../../../../lambda/model-monitoring/check-idleness/check-idleness';
import { stubClient } from '../../stub-client';

export const ENV = {
  SERVING_STACK: 'serving',
  REAL_TIME_ENDPOINT: 'real-time',
  REAL_TIME_VARIANT: 'main',
  IDLE_HOURS: '2',
  PARK_SERVING_ARN: 'arn:machine',
};
const MOST_DATAPOINTS = 1440;

/** A serving stack with its real-time endpoint, the questions that it was asked, and the machine that parks it. */
export class IdleCloud {
  public status = 'UPDATE_COMPLETE';
  public version = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/7';
  public realTime = 'on';
  public created = '2026-11-01T00:00:00Z';
  /** None before the first. */
  public updated: string | undefined = '2026-11-20T08:00:00Z';
  /** When the endpoint was asked, in ISO 8601. */
  public readonly asked: string[] = [];
  /** Executions by name, which is taken once. */
  public readonly executions = new Map<string, unknown>();

  private readonly stubs = {
    cloudFormation: stubClient(new CloudFormationClient({ region: 'us-east-1' }), {
      DescribeStacks: () => ({
        Stacks: [
          {
            StackStatus: this.status,
            CreationTime: new Date(this.created),
            LastUpdatedTime: this.updated && new Date(this.updated),
            Parameters: [
              { ParameterKey: 'ApprovedModelVersion', ParameterValue: this.version },
              { ParameterKey: 'RealTime', ParameterValue: this.realTime },
            ],
          },
        ],
      }),
    }),
    cloudWatch: stubClient(new CloudWatchClient({ region: 'us-east-1' }), {
      GetMetricStatistics: ({ StartTime, EndTime, Period }) => {
        if ((EndTime - StartTime) / (Period * 1000) > MOST_DATAPOINTS)
          return Object.assign(new Error('too many data points'), { name: 'InvalidParameterCombination' });
        const seen = this.asked.map((time) => new Date(time)).filter((time) => time >= StartTime && time < EndTime);
        return { Datapoints: seen.map((Timestamp) => ({ Timestamp, Sum: 1 })) };
      },
    }),
    stepFunctions: stubClient(new SFNClient({ region: 'us-east-1' }), {
      StartExecution: ({ stateMachineArn, name, input }) => {
        if (this.executions.has(name)) return new ExecutionAlreadyExists({ message: name, $metadata: {} });
        this.executions.set(name, { stateMachineArn, input: JSON.parse(input) });
        return {};
      },
    }),
  };

  public get clients() {
    const { cloudFormation, cloudWatch, stepFunctions } = this.stubs;
    return {
      cloudFormation: cloudFormation.client,
      cloudWatch: cloudWatch.client,
      stepFunctions: stepFunctions.client,
    };
  }

  public get counts() {
    return this.stubs.cloudWatch.sent;
  }

  /** As the hourly event does. */
  public check(event: unknown, env = ENV) {
    return checkIdleness(event, this.clients, env);
  }
}

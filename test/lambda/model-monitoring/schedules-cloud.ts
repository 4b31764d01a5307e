import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Parameters } from '../../../lambda/model-monitoring/plan-schedules/schedules-run';
import { s3Body, stubClient } from '../stub-client';

export const ENV = {
  SERVING_STACK: 'serving',
  SCHEDULES_STACK: 'schedules',
  REFUSALS_TABLE: 'refusals',
  REAL_TIME_ENDPOINT: 'real-time',
  EXPLAINABILITY_URI: 's3://lake/explainability',
  SHADOW_ENDPOINT_PREFIX: 'clarify',
  SHADOW_ENDPOINT_INSTANCE_TYPE: 'ml.m5.large',
  PATIENCE_HOURS: '4',
};
export const VERSION = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/7';
export const OFF: Parameters = {
  Schedules: 'off',
  BaselineUri: 's3://none',
  ExplainabilityConfigUri: 's3://none',
  Threshold: '0.5',
};
export const REASON = 'Model Monitor is no longer open to new customers.';

/** A PutItem, of which DynamoDB looks at the condition. */
interface Remembering {
  readonly Item: { readonly reason: { readonly S: string }; readonly execution: { readonly S: string } };
  readonly ConditionExpression: string;
}

interface UpdateParameter {
  readonly ParameterKey: string;
  readonly ParameterValue?: string;
  readonly UsePreviousValue?: boolean;
}

/** A serving stack, the stack of schedules and all that the plan looks at, as AWS documents their ways. */
export class SchedulesCloud {
  public status = 'CREATE_COMPLETE';
  /** In force; during an update those to be. */
  public parameters: Parameters = OFF;
  public serving = { status: 'UPDATE_COMPLETE', version: VERSION, realTime: 'on' };
  /** Of the version in service. */
  public metadata: Record<string, string> = { monitoring: 's3://models/runs/1/Assess/baseline', threshold: '0.25' };
  /** Whether the account takes Model Monitor's resources. */
  public accepts = true;
  public refusal: string | undefined;
  /** The run that remembered it. */
  private refusedIn = '';
  public updates = 0;
  public readonly written = new Map<string, string>();
  private former: Parameters | undefined;

  /** As CloudFormation takes or refuses an update. */
  public updateStack(sent: readonly UpdateParameter[]): void {
    if (this.status.endsWith('_IN_PROGRESS'))
      throw rejection(`Stack is in ${this.status} state and can not be updated.`);
    const value = ({ ParameterKey: key, ParameterValue, UsePreviousValue }: UpdateParameter) =>
      [key, UsePreviousValue ? this.parameters[key] : ParameterValue] as [string, string];
    const next = Object.fromEntries(sent.map(value));
    if (JSON.stringify(next) === JSON.stringify(this.parameters)) throw rejection('No updates are to be performed.');
    this.former = this.parameters;
    this.parameters = next;
    this.status = 'UPDATE_IN_PROGRESS';
    this.updates++;
  }

  public remember({ Item, ConditionExpression }: Remembering): void {
    const isOwn = this.refusedIn === Item.execution.S && ConditionExpression.includes('OR #execution = :execution');
    if (this.refusal !== undefined && !isOwn)
      throw Object.assign(new Error('it is there'), { name: 'DynamoDB.ConditionalCheckFailedException' });
    this.refusal = Item.reason.S;
    this.refusedIn = Item.execution.S;
  }

  /** Lets an update that is at work come to its end. */
  public finishUpdate(): void {
    if (this.status !== 'UPDATE_IN_PROGRESS' || !this.former) return;
    const takes = this.accepts || this.parameters.Schedules === 'off';
    this.status = takes ? 'UPDATE_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE';
    if (!takes) this.parameters = this.former;
    this.former = undefined;
  }

  public get clients() {
    const told = (values: Parameters) =>
      Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
    const { version, realTime } = this.serving;
    return {
      cloudFormation: stubClient(new CloudFormationClient({ region: 'us-east-1' }), {
        DescribeStacks: ({ StackName }) => ({
          Stacks: [
            StackName === ENV.SERVING_STACK
              ? {
                  StackStatus: this.serving.status,
                  Parameters: told({ ApprovedModelVersion: version, RealTime: realTime }),
                }
              : { StackStatus: this.status, Parameters: told(this.parameters) },
          ],
        }),
        DescribeStackEvents: () => ({
          StackEvents: [
            { ResourceStatus: 'UPDATE_ROLLBACK_COMPLETE', StackId: 'id', PhysicalResourceId: 'id' },
            event('Bias', 'CREATE_FAILED', 'Resource creation cancelled'),
            event('DataQuality', 'CREATE_FAILED', REASON),
            { ResourceStatus: 'UPDATE_IN_PROGRESS', StackId: 'id', PhysicalResourceId: 'id' },
            event('Bias', 'CREATE_FAILED', 'a former update failed for this'),
          ],
        }),
      }).client,
      dynamoDb: stubClient(new DynamoDBClient({ region: 'us-east-1' }), {
        GetItem: () => (this.refusal === undefined ? {} : { Item: { reason: { S: this.refusal } } }),
      }).client,
      s3: stubClient(new S3Client({ region: 'us-east-1' }), {
        GetObject: () => ({
          Body: s3Body('{"version":"1.0","headers":["load"],"methods":{"shap":{"num_samples":100}}}'),
        }),
        PutObject: ({ Bucket, Key, Body }) => void this.written.set(`s3://${Bucket}/${Key}`, Body),
      }).client,
      sageMaker: stubClient(new SageMakerClient({ region: 'us-east-1' }), {
        DescribeModelPackage: () => ({ CustomerMetadataProperties: this.metadata }),
        DescribeEndpoint: () => ({ EndpointConfigName: 'config-1' }),
        DescribeEndpointConfig: () => ({
          ProductionVariants: [{ ModelName: `model-of-${version.split('/').at(-1)}` }],
        }),
      }).client,
    };
  }
}

function event(id: string, status: string, reason: string) {
  return {
    LogicalResourceId: id,
    ResourceStatus: status,
    ResourceStatusReason: reason,
    StackId: 'id',
    PhysicalResourceId: id,
  };
}

function rejection(message: string): Error {
  return Object.assign(new Error(message), { name: 'CloudFormation.CloudFormationException' });
}

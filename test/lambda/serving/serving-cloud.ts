import { createHash } from 'node:crypto';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import type { ServingState } from '../../../lambda/serving/state/serving-state';
import { s3Body, stubClient } from '../stub-client';

const GROUP = 'parts';
export const ENV = {
  SERVING_STACK: 'serving',
  MODEL_PACKAGE_GROUP_NAME: GROUP,
  FAILED_VERSIONS_TABLE: 'failed-versions',
  REAL_TIME_ENDPOINT: 'real-time',
  SERVERLESS_ENDPOINT: 'serverless',
  ROLL_BACK_ALARMS: 'errors,latency',
  PATIENCE_HOURS: '8',
};
export const arnOf = (number: number) => `arn:aws:sagemaker:us-east-1:111111111111:model-package/${GROUP}/${number}`;

interface FakeVersion {
  approval: string;
  packageStatus: string;
  artifact: string | undefined;
  readonly artifactHash: string;
  smokeTest: string;
  /** What becomes of it when it is deployed. */
  fate: 'serves' | 'crashes' | 'goes back unsaid' | 'answers wrongly';
}

interface StackEvent {
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId: string;
  readonly ResourceType: string;
  readonly ResourceStatus: string;
  readonly ResourceStatusReason?: string;
  readonly StackId: string;
}

const STACK_ID = 'arn:stack/serving/1';
const SCORE = 0.25;
/** So few that every list with three versions has a second page. */
const VERSIONS_A_PAGE = 2;

/** A registry, a serving stack and two endpoints that behave as AWS documents, replaced models staying behind. */
export class ServingCloud {
  public readonly versions = new Map<string, FakeVersion>();
  public status = 'CREATE_COMPLETE';
  public state: ServingState = { version: 'none', realTime: 'parked' };
  public readonly failedVersions = new Map<string, string>();
  /** What the list of versions still says after a change. */
  public readonly listed = new Map<string, string>();
  /** Version by model, model by configuration, configuration by endpoint. */
  public readonly models = new Map<string, string>();
  public readonly configs = new Map<string, string>();
  public readonly endpoints = new Map<string, { config: string; status: string }>();
  /** Every state that came into force, in order. */
  public readonly served: ServingState[] = [];
  private resources = new Map<string, { readonly type: string; readonly name: string }>();
  private readonly events: StackEvent[] = [];
  /** Names of the alarms that are on. */
  public readonly alarmsOn = new Set<string>();
  private wanted: ServingState | undefined;
  private made = 0;

  public add(number: number, change: Partial<FakeVersion> = {}): string {
    const artifact = `model ${number}`;
    const smokeTest = JSON.stringify({ rows: [{ features: '1,2', score: SCORE }] });
    this.versions.set(arnOf(number), {
      approval: 'Approved',
      packageStatus: 'Completed',
      artifact,
      artifactHash: createHash('sha256').update(artifact).digest('hex'),
      smokeTest,
      fate: 'serves',
      ...change,
    });
    return arnOf(number);
  }

  /** Has served all along. */
  public serving(number: number, realTime: ServingState['realTime'] = 'parked'): this {
    this.updateStack({ version: number === 0 ? 'none' : arnOf(number), realTime });
    this.finishUpdate();
    return this;
  }

  /** As CloudFormation takes or refuses an update. */
  public updateStack(wanted: ServingState): void {
    if (this.status.endsWith('_IN_PROGRESS')) throw refusal(`Stack is in ${this.status} state and can not be updated`);
    if (wanted.version === this.state.version && wanted.realTime === this.state.realTime)
      throw refusal('No updates are to be performed.');
    this.wanted = wanted;
    this.event('serving', 'AWS::CloudFormation::Stack', STACK_ID, 'UPDATE_IN_PROGRESS');
    this.status = 'UPDATE_IN_PROGRESS';
  }

  /** Lets an update that is at work come to its end. */
  public finishUpdate(): void {
    if (!this.wanted) return;
    const { wanted } = this;
    this.wanted = undefined;
    const fate = this.versions.get(wanted.version)?.fate;
    if (fate === 'crashes') {
      this.event('Endpoint', 'AWS::SageMaker::Endpoint', '', 'UPDATE_FAILED', 'The container did not pass its ping');
      this.event('Model', 'AWS::SageMaker::Model', '', 'UPDATE_FAILED', 'Resource update cancelled');
      this.status = 'UPDATE_ROLLBACK_COMPLETE';
      return;
    }
    this.put('Serverless', ENV.SERVERLESS_ENDPOINT, wanted.version, fate);
    this.put('RealTime', ENV.REAL_TIME_ENDPOINT, wanted.realTime === 'on' ? wanted.version : 'none', fate);
    this.status = 'UPDATE_COMPLETE';
    this.state = wanted;
    this.served.push(wanted);
  }

  public readonly clients = this.makeClients();

  private makeClients() {
    const version = ({ ModelPackageName }: { ModelPackageName: string }) => this.versions.get(ModelPackageName);
    const gone = (what: string) => Object.assign(new Error(`Could not find ${what}`), { name: 'ValidationException' });
    const taken = <T>(map: Map<string, T>, name: string) => (map.delete(name) ? {} : gone(name));
    return {
      cloudWatch: stubClient(new CloudWatchClient({ region: 'us-east-1' }), {
        DescribeAlarms: ({ AlarmNames }) => ({
          MetricAlarms: AlarmNames.map((AlarmName: string) => ({
            AlarmName,
            StateValue: this.alarmsOn.has(AlarmName) ? 'ALARM' : 'OK',
          })),
        }),
      }).client,
      cloudFormation: stubClient(new CloudFormationClient({ region: 'us-east-1' }), {
        DescribeStacks: () => ({ Stacks: [{ StackStatus: this.status, Parameters: this.parameters }] }),
        DescribeStackEvents: () => ({ StackEvents: [...this.events].reverse() }),
        DescribeStackResources: () => ({
          StackResources: [...this.resources.values()].map(({ type, name }) => ({
            ResourceType: type,
            PhysicalResourceId: `arn:aws:sagemaker:us-east-1:111111111111:any/${name}`,
          })),
        }),
      }).client,
      sageMaker: stubClient(new SageMakerClient({ region: 'us-east-1' }), {
        ListModelPackages: ({ NextToken: first = '0' }) => ({
          ModelPackageSummaryList: [...this.versions]
            .slice(Number(first), Number(first) + VERSIONS_A_PAGE)
            .map(([ModelPackageArn, { approval }]) => ({
              ModelPackageArn,
              ModelApprovalStatus: this.listed.get(ModelPackageArn) ?? approval,
            })),
          NextToken:
            this.versions.size > Number(first) + VERSIONS_A_PAGE ? String(Number(first) + VERSIONS_A_PAGE) : undefined,
        }),
        DescribeModelPackage: (input) => ({
          ModelApprovalStatus: version(input)?.approval,
          ModelPackageStatus: version(input)?.packageStatus,
          InferenceSpecification: { Containers: [{ ModelDataUrl: `s3://models/${input.ModelPackageName}/model` }] },
          CustomerMetadataProperties: {
            artifactHash: version(input)?.artifactHash,
            smokeTest: `s3://models/${input.ModelPackageName}/smoke`,
          },
        }),
        DescribeEndpoint: ({ EndpointName }) => {
          const found = this.endpoints.get(EndpointName);
          return found ? { EndpointStatus: found.status, EndpointConfigName: found.config } : gone(EndpointName);
        },
        DescribeEndpointConfig: ({ EndpointConfigName }) => ({
          ProductionVariants: [{ ModelName: this.configs.get(EndpointConfigName) }],
        }),
        DeleteEndpointConfig: ({ EndpointConfigName }) => taken(this.configs, EndpointConfigName),
        DeleteModel: ({ ModelName }) => taken(this.models, ModelName),
      }).client,
      sageMakerRuntime: stubClient(new SageMakerRuntimeClient({ region: 'us-east-1' }), {
        InvokeEndpoint: ({ EndpointName }) => ({ Body: Buffer.from(`${this.answerOf(EndpointName)}\n`) }),
      }).client,
      s3: stubClient(new S3Client({ region: 'us-east-1' }), {
        GetObject: ({ Key }) => {
          const found = this.versions.get(Key.slice(0, Key.lastIndexOf('/')));
          const content = Key.endsWith('/model') ? found?.artifact : found?.smokeTest;
          return content === undefined ? new NoSuchKey({ message: 'gone', $metadata: {} }) : { Body: s3Body(content) };
        },
      }).client,
      dynamoDb: stubClient(new DynamoDBClient({ region: 'us-east-1' }), {
        Scan: () => ({
          Items: [...this.failedVersions].map(([arn, at]) => ({ version: { S: arn }, failedAt: { S: at } })),
        }),
        PutItem: ({ Item }) => void this.failedVersions.set(Item.version.S, Item.failedAt.S),
        DeleteItem: ({ Key }) => void this.failedVersions.delete(Key.version.S),
      }).client,
    };
  }

  private get parameters() {
    const { version, realTime } = this.wanted ?? this.state;
    return [
      { ParameterKey: 'ApprovedModelVersion', ParameterValue: version },
      { ParameterKey: 'RealTime', ParameterValue: realTime },
    ];
  }

  private answerOf(endpoint: string): number {
    const model = this.configs.get(this.endpoints.get(endpoint)?.config ?? '') ?? '';
    return this.versions.get(this.models.get(model) ?? '')?.fate === 'answers wrongly' ? 1 - SCORE : SCORE;
  }

  /** One endpoint with a model and a configuration of its own; a version of `none` takes all three out. */
  private put(kind: string, endpoint: string, version: string, fate: FakeVersion['fate'] | undefined): void {
    const current = this.models.get(this.resources.get(`${kind}Model`)?.name ?? '');
    if ((current ?? 'none') === version) return;
    if (version === 'none') {
      this.endpoints.delete(endpoint);
      for (const part of ['Config', 'Model']) this.takeOut(`${kind}${part}`);
      return;
    }
    const number = ++this.made;
    const [model, config] = [`${kind}Model-${number}`, `${kind}Config-${number}`];
    this.models.set(model, version);
    this.configs.set(config, model);
    this.hold(`${kind}Model`, 'AWS::SageMaker::Model', model);
    this.hold(`${kind}Config`, 'AWS::SageMaker::EndpointConfig', config);
    const former = this.endpoints.get(endpoint)?.config ?? config;
    this.endpoints.set(endpoint, { status: 'InService', config: fate === 'goes back unsaid' ? former : config });
  }

  private hold(logicalId: string, type: string, name: string): void {
    this.resources.set(logicalId, { type, name });
    this.event(logicalId, type, `arn:aws:sagemaker:us-east-1:111111111111:any/${name}`, 'UPDATE_COMPLETE');
  }

  private takeOut(logicalId: string): void {
    const { type = '', name = '' } = this.resources.get(logicalId) ?? {};
    this.resources.delete(logicalId);
    this.models.delete(name);
    this.configs.delete(name);
    this.event(logicalId, type, name, 'DELETE_COMPLETE');
  }

  private event(logicalId: string, type: string, physicalId: string, status: string, reason?: string): void {
    this.events.push({
      LogicalResourceId: logicalId,
      ResourceType: type,
      PhysicalResourceId: physicalId,
      ResourceStatus: status,
      ResourceStatusReason: reason,
      StackId: STACK_ID,
    });
  }
}

function refusal(message: string): Error {
  return Object.assign(new Error(message), { name: 'CloudFormation.CloudFormationException' });
}

import { CloudFormationClient, DescribeStacksCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import {
  CloudWatchLogsClient,
  DeleteLogGroupCommand,
  DeleteLogStreamCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  BatchStopJobRunCommand,
  DeleteTableCommand,
  GetJobRunsCommand,
  GetTablesCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import { DeleteBucketCommand, DeleteObjectsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeFeatureGroupCommand,
  DescribeModelPackageGroupCommand,
  ListPipelineExecutionStepsCommand,
  ListPipelineExecutionsCommand,
  SageMakerClient,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-sagemaker';
import { ListExecutionsCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { failure, page } from './fake-answers';
import { answerServed } from './fake-served';

export interface FakeStack {
  status: string;
  /** `[type, physical id]` by logical id. */
  readonly resources: Readonly<Record<string, readonly [string, string]>>;
}

export interface FakeRun {
  readonly id: string;
  status: string;
  /** Steps of a pipeline execution: kind of job and its ARN's last part. */
  readonly steps?: Readonly<Record<string, string>>;
}

export interface FakeLogGroup {
  readonly streams: Set<string>;
  readonly retentionInDays?: number;
}

const DELETED = 'deleted:';

/** An account in memory, as far as destroying looks at it; what is not there is answered as the service in question does. */
export class FakeAccount {
  public readonly stacks = new Map<string, FakeStack>();
  public readonly executions = new Map<string, FakeRun[]>();
  public readonly glueRuns = new Map<string, FakeRun[]>();
  public readonly pipelineRuns = new Map<string, FakeRun[]>();
  public readonly models = new Set<string>();
  public readonly endpointConfigs = new Set<string>();
  /** Configuration by endpoint. */
  public readonly endpoints = new Map<string, string>();
  /** Of endpoints, configurations and models, by name; what has none is not in it. */
  public readonly tags = new Map<string, Readonly<Record<string, string>>>();
  public readonly endpointsBeingDeleted = new Set<string>();
  /** Processing jobs by Model Monitor schedule; an execution without one is an empty text. */
  public readonly monitoringJobs = new Map<string, string[]>();
  public readonly modelPackageGroups = new Set<string>();
  public readonly featureDatabases = new Map<string, string>();
  /** Location by name, by database. */
  public readonly tables = new Map<string, Map<string, string>>();
  public readonly logs = new Map<string, FakeLogGroup>();
  /** Object versions by bucket; one that begins with `deleted:` is a delete marker. */
  public readonly buckets = new Map<string, string[]>();

  public readonly clients = {
    cloudFormation: new CloudFormationClient({}),
    glue: new GlueClient({}),
    logs: new CloudWatchLogsClient({}),
    s3: new S3Client({}),
    sageMaker: new SageMakerClient({}),
    stepFunctions: new SFNClient({}),
  };

  public constructor() {
    this.answerCloudFormation();
    this.answerRuns();
    this.answerSageMaker();
    this.answerLogs();
    this.answerStorage();
  }

  /** Time passes: what is being stopped has stopped, what is being changed is changed. */
  public readonly sleep = async (): Promise<void> => {
    for (const runs of [this.executions, this.glueRuns, this.pipelineRuns])
      for (const run of [...runs.values()].flat()) if (/^stopping$/i.test(run.status)) run.status = 'Stopped';
    for (const stack of this.stacks.values()) stack.status = stack.status.replace(/_IN_PROGRESS$/, '_COMPLETE');
    for (const name of this.endpointsBeingDeleted) this.endpoints.delete(name);
  };

  private answerCloudFormation(): void {
    const mock = mockClient(this.clients.cloudFormation);
    mock.on(DescribeStacksCommand).callsFake(({ NextToken }) => {
      const { items, next } = page([...this.stacks], NextToken);
      const Stacks = items.map(([StackName, { status }]) => ({
        StackName,
        StackId: `arn:aws:cloudformation:us-east-1:111122223333:stack/${StackName}/1`,
        StackStatus: status,
      }));
      return { Stacks, NextToken: next };
    });
    mock.on(ListStackResourcesCommand).callsFake(({ StackName, NextToken }) => {
      const stack = this.stacks.get(StackName);
      if (!stack) throw failure('ValidationError', `Stack [${StackName}] does not exist`);
      const { items, next } = page(Object.entries(stack.resources), NextToken);
      const StackResourceSummaries = items.map(([LogicalResourceId, [ResourceType, PhysicalResourceId]]) => ({
        LogicalResourceId,
        ResourceType,
        PhysicalResourceId,
        ResourceStatus: stack.status === 'DELETE_FAILED' ? 'DELETE_FAILED' : 'CREATE_COMPLETE',
        ResourceStatusReason: 'it did not want to',
      }));
      return { StackResourceSummaries, NextToken: next };
    });
  }

  private answerRuns(): void {
    const stepFunctions = mockClient(this.clients.stepFunctions);
    stepFunctions.on(ListExecutionsCommand).callsFake(({ stateMachineArn, statusFilter, nextToken }) => {
      const known = this.executions.get(stateMachineArn);
      if (!known) throw failure('StateMachineDoesNotExist');
      // A stopped execution is RUNNING until it has ended.
      const running = known.filter(({ status }) => statusFilter === 'RUNNING' && status !== 'Stopped');
      const { items, next } = page(running, nextToken);
      return { executions: items.map(({ id }) => ({ executionArn: id })), nextToken: next };
    });
    stepFunctions.on(StopExecutionCommand).callsFake(({ executionArn }) => {
      const run = [...this.executions.values()].flat().find(({ id }) => id === executionArn);
      if (run) run.status = 'Stopping';
      return {};
    });
    const glue = mockClient(this.clients.glue);
    glue.on(GetJobRunsCommand).callsFake(({ JobName, NextToken }) => {
      const runs = this.glueRuns.get(JobName);
      if (!runs) throw failure('EntityNotFoundException');
      const { items, next } = page(runs, NextToken);
      return { JobRuns: items.map(({ id, status }) => ({ Id: id, JobRunState: status })), NextToken: next };
    });
    glue.on(BatchStopJobRunCommand).callsFake(({ JobName, JobRunIds }) => {
      for (const run of this.glueRuns.get(JobName) ?? []) if (JobRunIds.includes(run.id)) run.status = 'STOPPING';
      return {};
    });
    glue.on(GetTablesCommand).callsFake(({ DatabaseName, NextToken }) => {
      const tables = this.tables.get(DatabaseName);
      if (!tables) throw failure('EntityNotFoundException');
      const { items, next } = page([...tables], NextToken);
      return {
        TableList: items.map(([Name, Location]) => ({ Name, StorageDescriptor: { Location } })),
        NextToken: next,
      };
    });
    glue.on(DeleteTableCommand).callsFake(({ DatabaseName, Name }) => {
      this.tables.get(DatabaseName)?.delete(Name);
      return {};
    });
  }

  private answerSageMaker(): void {
    const mock = mockClient(this.clients.sageMaker);
    const runOf = (arn: string) => [...this.pipelineRuns.values()].flat().find(({ id }) => id === arn);
    mock.on(ListPipelineExecutionsCommand).callsFake(({ PipelineName, NextToken }) => {
      const runs = this.pipelineRuns.get(PipelineName);
      if (!runs) throw failure('ResourceNotFound');
      const { items, next } = page(runs, NextToken);
      const summaries = items.map(({ id, status }) => ({ PipelineExecutionArn: id, PipelineExecutionStatus: status }));
      return { PipelineExecutionSummaries: summaries, NextToken: next };
    });
    mock.on(StopPipelineExecutionCommand).callsFake(({ PipelineExecutionArn }) => {
      const run = runOf(PipelineExecutionArn);
      if (run) run.status = 'Stopping';
      return {};
    });
    mock.on(ListPipelineExecutionStepsCommand).callsFake(({ PipelineExecutionArn, NextToken }) => {
      const { items, next } = page(Object.entries(runOf(PipelineExecutionArn)?.steps ?? {}), NextToken);
      const steps = items.map(([kind, Arn]) => ({ Metadata: { [kind]: { Arn } } }));
      return { PipelineExecutionSteps: steps, NextToken: next };
    });
    answerServed(mock, this);
    mock.on(DescribeFeatureGroupCommand).callsFake(({ FeatureGroupName }) => {
      const Database = this.featureDatabases.get(FeatureGroupName);
      if (!Database) throw failure('ResourceNotFound');
      return { OfflineStoreConfig: { DataCatalogConfig: { Database } } };
    });
    mock.on(DescribeModelPackageGroupCommand).callsFake(({ ModelPackageGroupName }) => {
      if (!this.modelPackageGroups.has(ModelPackageGroupName))
        throw failure('ValidationException', `ModelPackageGroup ${ModelPackageGroupName} does not exist.`);
      return { ModelPackageGroupName };
    });
  }

  private answerLogs(): void {
    const mock = mockClient(this.clients.logs);
    const group = (name: string) => {
      const found = this.logs.get(name);
      if (!found) throw failure('ResourceNotFoundException');
      return found;
    };
    mock.on(DescribeLogGroupsCommand).callsFake(({ logGroupNamePrefix, nextToken }) => {
      const names = [...this.logs.keys()].filter((name) => name.startsWith(logGroupNamePrefix)).sort();
      const { items, next } = page(names, nextToken);
      const logGroups = items.map((logGroupName) => ({
        logGroupName,
        retentionInDays: group(logGroupName).retentionInDays,
      }));
      return { logGroups, nextToken: next };
    });
    mock.on(DeleteLogGroupCommand).callsFake(({ logGroupName }) => {
      group(logGroupName);
      this.logs.delete(logGroupName);
      return {};
    });
    mock.on(DescribeLogStreamsCommand).callsFake(({ logGroupName, logStreamNamePrefix = '', nextToken }) => {
      const names = [...group(logGroupName).streams].filter((name) => name.startsWith(logStreamNamePrefix)).sort();
      const { items, next } = page(names, nextToken);
      return { logStreams: items.map((logStreamName) => ({ logStreamName })), nextToken: next };
    });
    mock.on(DeleteLogStreamCommand).callsFake(({ logGroupName, logStreamName }) => {
      group(logGroupName).streams.delete(logStreamName);
      return {};
    });
  }

  private answerStorage(): void {
    const mock = mockClient(this.clients.s3);
    const bucket = (name: string) => {
      const found = this.buckets.get(name);
      if (!found) throw failure('NoSuchBucket');
      return found;
    };
    mock.on(ListObjectVersionsCommand).callsFake(({ Bucket }) => {
      const entries = bucket(Bucket)
        .slice(0, 2)
        .map((Key) => ({ Key, VersionId: '1' }));
      const isMarker = ({ Key }: { Key: string }) => Key.startsWith(DELETED);
      return {
        Versions: entries.some((entry) => !isMarker(entry)) ? entries.filter((entry) => !isMarker(entry)) : undefined,
        DeleteMarkers: entries.some(isMarker) ? entries.filter(isMarker) : undefined,
      };
    });
    mock.on(DeleteObjectsCommand).callsFake(({ Bucket, Delete }) => {
      const gone: string[] = Delete.Objects.map(({ Key }: { Key: string }) => Key);
      this.buckets.set(
        Bucket,
        bucket(Bucket).filter((key) => !gone.includes(key)),
      );
      return {};
    });
    mock.on(DeleteBucketCommand).callsFake(({ Bucket }) => {
      if (bucket(Bucket).length > 0) throw failure('BucketNotEmpty');
      this.buckets.delete(Bucket);
      return {};
    });
  }
}

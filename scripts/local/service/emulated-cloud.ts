import { CloudWatchClient, DescribeAlarmsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  AlreadyExistsException,
  CreateDatabaseCommand,
  CreateTableCommand,
  EntityNotFoundException,
  GetJobCommand,
  GlueClient,
  type Job,
} from '@aws-sdk/client-glue';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import type { Cloud, FeatureTable, FunctionAnswer, Session, Signal, StateChange } from './cloud';
import { S3ObjectStore } from './s3-object-store';
import { ServiceError } from './service-error';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface EmulatorConnection {
  /** Where the emulator answers for every AWS service, e.g. `http://127.0.0.1:4566`. */
  readonly url: string;
  readonly region: string;
  /** The account's own (root) credentials. */
  readonly credentials: AwsCredentials;
  /** @default - jobs act with the account's own credentials, so missing grants of their roles stay unseen. */
  readonly credentialsFor?: (roleArn: string) => Promise<AwsCredentials>;
}

/** Feature tables hold JSON lines here (Parquet on AWS), so the table says JSON. */
const JSON_TABLE = {
  InputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  OutputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
  SerdeInfo: { SerializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
} as const;

const PARTITIONS = ['year', 'month', 'day', 'hour'] as const;

/** CloudWatch's own limit for one datum. */
const DATUM_VALUES = 150;

/** The cloud as the local emulator plays it: plain AWS calls to one endpoint, and its private way in for events. */
export class EmulatedCloud implements Cloud {
  private readonly glue: GlueClient;
  private readonly cloudWatch: CloudWatchClient;
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(private readonly connection: EmulatorConnection) {
    this.glue = new GlueClient(this.settings(connection.credentials));
    this.cloudWatch = new CloudWatchClient(this.settings(connection.credentials));
  }

  actAs(roleArn: string): Promise<Session> {
    const known = this.sessions.get(roleArn);
    if (known) return known;
    const session = this.openSession(roleArn);
    this.sessions.set(roleArn, session);
    session.catch(() => this.sessions.delete(roleArn));
    return session;
  }

  async announce({ source, detailType, detail, resources }: StateChange): Promise<void> {
    const entry = { Source: source, DetailType: detailType, Detail: JSON.stringify(detail), Resources: resources };
    const answer = await fetch(this.connection.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'LocalEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify({ Entries: [entry] }),
    });
    const text = await answer.text();
    if (!answer.ok || JSON.parse(text).FailedEntryCount !== 0) throw new Error(`event refused: ${text}`);
  }

  async signal(signal: Signal, values: readonly string[], measured: readonly number[]): Promise<void> {
    const Dimensions = signal.dimensions.map((Name, index) => ({ Name, Value: values[index] }));
    const what = { MetricName: signal.metric, Dimensions, Unit: signal.unit };
    for (let start = 0; start < measured.length; start += DATUM_VALUES) {
      const MetricData = [{ ...what, Values: measured.slice(start, start + DATUM_VALUES) }];
      await this.cloudWatch.send(new PutMetricDataCommand({ Namespace: signal.namespace, MetricData }));
    }
  }

  async glueJob(name: string): Promise<Job> {
    try {
      const { Job: job } = await this.glue.send(new GetJobCommand({ JobName: name }));
      if (job) return job;
    } catch (error) {
      if (!(error instanceof EntityNotFoundException)) throw error;
    }
    throw new ServiceError('EntityNotFoundException', `Failed to start job run due to missing metadata: ${name}`);
  }

  async createTable({ database, table, location, columns }: FeatureTable): Promise<void> {
    try {
      await this.glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: database } }));
    } catch (error) {
      if (!(error instanceof AlreadyExistsException)) throw error;
    }
    const Columns = Object.entries(columns).map(([Name, Type]) => ({ Name, Type }));
    const TableInput = {
      Name: table,
      TableType: 'EXTERNAL_TABLE',
      PartitionKeys: PARTITIONS.map((Name) => ({ Name, Type: 'string' })),
      StorageDescriptor: { Columns, Location: location, ...JSON_TABLE },
    };
    await this.glue.send(new CreateTableCommand({ DatabaseName: database, TableInput }));
  }

  private settings(credentials: AwsCredentials) {
    return { endpoint: this.connection.url, region: this.connection.region, credentials };
  }

  private async openSession(roleArn: string): Promise<Session> {
    const credentials = (await this.connection.credentialsFor?.(roleArn)) ?? this.connection.credentials;
    const settings = this.settings(credentials);
    const lambda = new LambdaClient(settings);
    const cloudWatch = new CloudWatchClient(settings);
    return {
      objects: new S3ObjectStore(new S3Client({ ...settings, forcePathStyle: true })),
      environment: this.environment(credentials),
      invoke: async (functionArn, event): Promise<FunctionAnswer> => {
        const Payload = Buffer.from(JSON.stringify(event));
        const answer = await lambda.send(new InvokeCommand({ FunctionName: functionArn, Payload }));
        const payload = JSON.parse(Buffer.from(answer.Payload ?? []).toString() || 'null');
        return answer.FunctionError
          ? { payload, error: `${payload?.errorType}: ${payload?.errorMessage}` }
          : { payload };
      },
      alarmStates: async (names) => {
        // One by one: the emulator's IAM knows one resource a request.
        const asked = names.map((name) => cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] })));
        const alarms = (await Promise.all(asked)).flatMap(({ MetricAlarms = [] }) => MetricAlarms);
        return new Map(alarms.map(({ AlarmName = '', StateValue = '' }) => [AlarmName, StateValue]));
      },
    };
  }

  private environment({ accessKeyId, secretAccessKey, sessionToken }: AwsCredentials): Record<string, string> {
    const { url, region } = this.connection;
    return {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
    };
  }
}

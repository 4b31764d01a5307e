import type { Job } from '@aws-sdk/client-glue';

/** Objects by bucket and key; a missing object or bucket is `undefined` or an empty list, never an error. */
export interface ObjectStore {
  /** Every key that starts with `prefix`, in order of key. */
  list(bucket: string, prefix: string): Promise<readonly string[]>;
  read(bucket: string, key: string): Promise<Buffer | undefined>;
  write(bucket: string, key: string, body: Buffer | string): Promise<void>;
  remove(bucket: string, keys: readonly string[]): Promise<void>;
}

export interface FunctionAnswer {
  readonly payload: unknown;
  /** The error's type and message when the function threw. */
  readonly error?: string;
}

/** What one IAM role may do, as far as jobs need it. */
export interface Session {
  readonly objects: ObjectStore;
  /** Credentials, region and endpoint for a job that has the network. */
  readonly environment: Readonly<Record<string, string>>;
  invoke(functionArn: string, event: unknown): Promise<FunctionAnswer>;
  /** The states of those alarms that are there, by name. */
  alarmStates(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface StateChange {
  readonly source: 'aws.sagemaker' | 'aws.glue';
  readonly detailType: string;
  readonly detail: object;
  readonly resources: readonly string[];
}

/** A CloudWatch metric of AWS's own. */
export interface Signal {
  readonly namespace: string;
  readonly metric: string;
  readonly unit: 'Count' | 'None' | 'Microseconds';
  readonly dimensions: readonly string[];
}

export interface FeatureTable {
  readonly database: string;
  readonly table: string;
  /** `s3://…` of the data. */
  readonly location: string;
  /** Hive column types by name. */
  readonly columns: Readonly<Record<string, string>>;
}

/** All that the service wants from the AWS (or emulator) around it; tests bring their own. */
export interface Cloud {
  actAs(roleArn: string): Promise<Session>;
  announce(change: StateChange): Promise<void>;
  /** Publishes what was measured; `dimensions` are the values of the signal's dimensions. */
  signal(signal: Signal, dimensions: readonly string[], measured: readonly number[]): Promise<void>;
  /** The deployed definition; throws Glue's EntityNotFoundException when there is none. */
  glueJob(name: string): Promise<Job>;
  /** Makes the database too when it is missing. */
  createTable(table: FeatureTable): Promise<void>;
}

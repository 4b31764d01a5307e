import type { Job } from '@aws-sdk/client-glue';
import type {
  Cloud,
  FeatureTable,
  FunctionAnswer,
  ObjectStore,
  Session,
  Signal,
  StateChange,
} from '../../../../scripts/local/service/cloud';
import { ServiceError } from '../../../../scripts/local/service/service-error';

/** Objects in memory, by `bucket/key`. */
export class MemoryObjects implements ObjectStore {
  readonly objects = new Map<string, Buffer>();

  /** All keys as `bucket/key`, sorted. */
  get keys(): readonly string[] {
    return [...this.objects.keys()].sort();
  }

  text(path: string): string {
    const body = this.objects.get(path);
    if (!body) throw new Error(`${path} is not among ${this.keys}`);
    return String(body);
  }

  put(path: string, body: string | Buffer): void {
    this.objects.set(path, Buffer.from(body));
  }

  async list(bucket: string, prefix: string): Promise<readonly string[]> {
    const start = `${bucket}/`;
    const keys = this.keys.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
    return keys.filter((key) => key.startsWith(prefix));
  }

  async read(bucket: string, key: string): Promise<Buffer | undefined> {
    return this.objects.get(`${bucket}/${key}`);
  }

  async write(bucket: string, key: string, body: Buffer | string): Promise<void> {
    this.put(`${bucket}/${key}`, body);
  }

  async remove(bucket: string, keys: readonly string[]): Promise<void> {
    for (const key of keys) this.objects.delete(`${bucket}/${key}`);
  }
}

/** A cloud without a network: remembers what was said to it and plays the functions that a test gives it. */
export class MemoryCloud implements Cloud {
  readonly store = new MemoryObjects();
  readonly changes: StateChange[] = [];
  readonly signals: (readonly [string, readonly string[]])[] = [];
  readonly measured: (readonly [string, readonly number[]])[] = [];
  /** States of alarms by name. */
  readonly alarms = new Map<string, string>();
  readonly tables: FeatureTable[] = [];
  readonly glueJobs = new Map<string, Job>();
  readonly functions = new Map<string, (event: unknown) => Promise<FunctionAnswer> | FunctionAnswer>();

  async actAs(roleArn: string): Promise<Session> {
    return {
      objects: this.store,
      environment: { AWS_ENDPOINT_URL: 'http://cloud.test', AWS_ACCESS_KEY_ID: `key of ${roleArn}` },
      invoke: async (functionArn, event) => {
        const play = this.functions.get(functionArn);
        if (!play) throw new Error(`no function ${functionArn}`);
        return play(event);
      },
      alarmStates: async (names) => new Map([...this.alarms].filter(([name]) => names.includes(name))),
    };
  }

  async announce(change: StateChange): Promise<void> {
    this.changes.push(change);
  }

  async signal({ metric }: Signal, values: readonly string[], measured: readonly number[]): Promise<void> {
    this.signals.push([metric, values]);
    this.measured.push([metric, measured]);
  }

  async glueJob(name: string): Promise<Job> {
    const job = this.glueJobs.get(name);
    if (!job) throw new ServiceError('EntityNotFoundException', `no job ${name}`);
    return job;
  }

  async createTable(table: FeatureTable): Promise<void> {
    this.tables.push(table);
  }

  /** Details of the changes of that type, in order. */
  details(detailType: string): readonly Record<string, unknown>[] {
    const found = this.changes.filter((change) => change.detailType === detailType);
    return found.map(({ detail }) => detail as Record<string, unknown>);
  }
}

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Session } from '../cloud';
import { JobStopped, JobTimeout } from './job-failure';
import type { JobEnd } from './job-processes';
import type { Machine } from './machine';
import { s3Join, s3Location } from './s3-location';
import { download, filesBelow, stageInput, upload } from './staging';

export interface JobRun {
  readonly command: readonly string[];
  /** Below the job's root. @default - the root */
  readonly folder?: string;
  /** An isolated job gets neither credentials nor an endpoint. @default false */
  readonly isolated?: boolean;
  /** Besides what every container has. */
  readonly environment: Readonly<Record<string, string>>;
  /** @default - no limit */
  readonly maxRuntimeInSeconds?: number;
  /** @default false */
  readonly resident?: boolean;
}

/** Where containers keep everything; a process cannot have a root of its own without rights, so paths are rewritten. */
const CONTAINER_ROOT = /(?<![\w.-])\/opt\/ml(?=\/|$|[^\w.-])/g;

/** One job: a folder in the shape of a container's `/opt/ml`, new and empty, and one process that runs in it. */
export class Job {
  readonly log: string;

  private constructor(
    private readonly machine: Machine,
    readonly name: string,
    /** What AWS calls it, e.g. `training`. */
    private readonly kind: string,
    readonly roleArn: string,
    readonly session: Session,
    readonly root: string,
  ) {
    this.log = join(machine.folder, 'logs', `${name}.log`);
  }

  static async prepare(machine: Machine, name: string, kind: string, roleArn = '', folders: readonly string[] = []) {
    const root = join(machine.folder, 'jobs', name);
    const job = new Job(machine, name, kind, roleArn, await machine.cloud.actAs(roleArn), root);
    await rm(root, { recursive: true, force: true });
    for (const folder of ['tmp', ...folders]) await mkdir(job.path(folder), { recursive: true });
    return job;
  }

  path(...parts: readonly string[]): string {
    return join(this.root, ...parts);
  }

  /** `text` with `/opt/ml` replaced by the job's root wherever it stands as a path. */
  inside(text: string): string {
    return text.replace(CONTAINER_ROOT, this.root);
  }

  insideAll(texts: Readonly<Record<string, string>> | undefined): Record<string, string> {
    return Object.fromEntries(Object.entries(texts ?? {}).map(([name, text]) => [name, this.inside(text)]));
  }

  async writeJson(path: string, value: unknown): Promise<void> {
    await writeFile(this.path(path), JSON.stringify(value));
  }

  /** Copies the objects under an S3 prefix into a folder of the job; none at all fails it. */
  stage(uri: string, folder: string): Promise<void> {
    return stageInput(this.session.objects, uri, this.path(folder), this.roleArn);
  }

  /** Copies one object into a folder of the job; returns its path. */
  async fetch(uri: string, folder: string): Promise<string> {
    const { bucket, key } = s3Location(uri);
    const file = this.path(folder, key.slice(key.lastIndexOf('/') + 1));
    await download(this.session.objects, bucket, key, file);
    return file;
  }

  /** Uploads one file of the job. */
  async upload(file: string, uri: string): Promise<void> {
    await upload(this.session.objects, this.path(file), uri);
  }

  /** Uploads every file below a folder of the job. */
  async uploadFolder(folder: string, uri: string): Promise<void> {
    for (const path of await filesBelow(this.path(folder))) await this.upload(join(folder, path), s3Join(uri, path));
  }

  /** Runs the process to its end; throws when it was stopped or took too long. */
  async run(run: JobRun, signal: AbortSignal): Promise<JobEnd> {
    const end = await this.machine.processes.run(
      {
        job: this.name,
        kind: this.kind,
        command: run.command,
        folder: this.path(run.folder ?? ''),
        log: this.log,
        environment: { ...this.environment(), ...(run.isolated ? {} : this.session.environment), ...run.environment },
        maxRuntimeInSeconds: run.maxRuntimeInSeconds,
        resident: run.resident,
      },
      signal,
    );
    if (end.outcome === 'stopped') throw new JobStopped(`The ${this.kind} job ${this.name} was stopped`);
    if (end.outcome === 'timed out') throw new JobTimeout(`MaxRuntimeExceeded: the ${this.kind} job took too long`);
    return end;
  }

  /** What every container has; nothing of ours is inherited but the way to programs. */
  private environment(): Record<string, string> {
    const { PATH = '/usr/bin:/bin', JAVA_HOME } = process.env;
    return {
      PATH: [this.machine.pythonFolder, PATH].join(delimiter),
      ...(JAVA_HOME === undefined ? {} : { JAVA_HOME }),
      HOME: this.root,
      TMPDIR: this.path('tmp'),
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      // Jobs share the cores here: threads that wait spinning, as OpenMP's do, make two trainings six times slower.
      OMP_WAIT_POLICY: 'PASSIVE',
      PYTHONUNBUFFERED: '1',
      PYTHONDONTWRITEBYTECODE: '1',
    };
  }
}

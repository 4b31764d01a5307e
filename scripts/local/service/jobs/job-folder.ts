import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Session } from '../cloud';
import type { Machine } from './machine';

/** Where containers keep everything; a process cannot have a root of its own without rights, so paths are rewritten. */
const CONTAINER_ROOT = /(?<![\w.-])\/opt\/ml(?=\/|$|[^\w.-])/g;

/** One job's folder in the shape of a container's `/opt/ml`, new and empty. */
export class JobFolder {
  readonly log: string;

  private constructor(
    private readonly machine: Machine,
    readonly root: string,
    job: string,
  ) {
    this.log = join(machine.folder, 'logs', `${job}.log`);
  }

  static async make(machine: Machine, job: string, folders: readonly string[]): Promise<JobFolder> {
    const folder = new JobFolder(machine, join(machine.folder, 'jobs', job), job);
    await rm(folder.root, { recursive: true, force: true });
    for (const name of ['tmp', ...folders]) await mkdir(folder.path(name), { recursive: true });
    return folder;
  }

  path(...parts: readonly string[]): string {
    return join(this.root, ...parts);
  }

  /** `text` with `/opt/ml` replaced by this folder wherever it stands as a path. */
  inside(text: string): string {
    return text.replace(CONTAINER_ROOT, this.root);
  }

  insideAll(texts: Readonly<Record<string, string>> | undefined): Record<string, string> {
    return Object.fromEntries(Object.entries(texts ?? {}).map(([name, text]) => [name, this.inside(text)]));
  }

  async writeJson(path: string, value: unknown): Promise<void> {
    await writeFile(this.path(path), JSON.stringify(value));
  }

  /** A container's environment: ours is not inherited, and only a job with the network gets what `session` may do. */
  environment(session: Session | undefined): Record<string, string> {
    const { PATH = '/usr/bin:/bin', JAVA_HOME } = process.env;
    return {
      PATH: [this.machine.pythonFolder, PATH].join(delimiter),
      ...(JAVA_HOME === undefined ? {} : { JAVA_HOME }),
      HOME: this.root,
      TMPDIR: this.path('tmp'),
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      PYTHONUNBUFFERED: '1',
      PYTHONDONTWRITEBYTECODE: '1',
      ...session?.environment,
    };
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

export interface JobCommand {
  readonly job: string;
  readonly kind: string;
  /** Program and arguments. */
  readonly command: readonly string[];
  readonly folder: string;
  /** The whole environment: nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  /** File that stdout and stderr are appended to. */
  readonly log: string;
  /** @default - no limit */
  readonly maxRuntimeInSeconds?: number;
  /** Stays until it is stopped, and so takes no slot from those that end. @default false */
  readonly resident?: boolean;
}

export interface JobEnd {
  readonly outcome: 'succeeded' | 'failed' | 'timed out' | 'stopped';
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
}

export interface JobRecord {
  readonly job: string;
  readonly kind: string;
  readonly pid: number;
  readonly log: string;
}

/** How long a job may take to end by itself after SIGTERM; SageMaker gives minutes, people do not. */
const GRACE_MILLISECONDS = 3000;

/** Runs jobs as process groups, a few at once, and leaves no process of theirs behind. */
export class JobProcesses {
  private readonly running = new Map<JobRecord, ChildProcess>();
  private readonly ended: (JobRecord & JobEnd)[] = [];
  private readonly waiting: (() => void)[] = [];

  /** `slots`: jobs at once; one for each core is what a laptop bears. */
  constructor(private slots: number) {}

  /** Runs one job to its end; an abort of `signal` stops it, also while it waits for a slot. */
  async run(command: JobCommand, signal: AbortSignal): Promise<JobEnd> {
    if (command.resident) return this.runNow(command, signal);
    await this.takeSlot();
    try {
      return signal.aborted ? { outcome: 'stopped', exitCode: null } : await this.runNow(command, signal);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.slots += 1;
    }
  }

  list(): { readonly running: readonly JobRecord[]; readonly ended: readonly (JobRecord & JobEnd)[] } {
    return { running: [...this.running.keys()], ended: this.ended };
  }

  /** Kills every job at once and synchronously, as the last act of a process. */
  killAll(): void {
    for (const child of this.running.values()) killGroup(child, 'SIGKILL');
  }

  private takeSlot(): Promise<void> {
    if (this.slots === 0) return new Promise((resolve) => this.waiting.push(resolve));
    this.slots -= 1;
    return Promise.resolve();
  }

  private async runNow(command: JobCommand, signal: AbortSignal): Promise<JobEnd> {
    const child = start(command);
    const { job, kind, log } = command;
    const record: JobRecord = { job, kind, pid: child.pid ?? 0, log };
    this.running.set(record, child);
    const cut = new AbortController();
    const reason = AbortSignal.any([signal, cut.signal]);
    const timer = setTimeout(() => cut.abort(), Math.min((command.maxRuntimeInSeconds ?? 1e6) * 1000, 2 ** 31 - 1));
    const terminate = (): void => {
      killGroup(child, 'SIGTERM');
      setTimeout(() => killGroup(child, 'SIGKILL'), GRACE_MILLISECONDS).unref();
    };
    if (reason.aborted) terminate();
    reason.addEventListener('abort', terminate);
    const exitCode = await exit(child);
    clearTimeout(timer);
    reason.removeEventListener('abort', terminate);
    // What the job itself started must not outlive it.
    killGroup(child, 'SIGKILL');
    this.running.delete(record);
    const ended = exitCode === 0 ? 'succeeded' : 'failed';
    const end: JobEnd = { outcome: signal.aborted ? 'stopped' : cut.signal.aborted ? 'timed out' : ended, exitCode };
    this.ended.push({ ...record, ...end });
    return end;
  }
}

function start({ command: [program = '', ...args], folder, environment, log }: JobCommand): ChildProcess {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'a');
  try {
    // A group of its own, so that a signal reaches what the job starts (Spark's JVM and workers).
    return spawn(program, args, { cwd: folder, env: environment, stdio: ['ignore', output, output], detached: true });
  } finally {
    closeSync(output);
  }
}

function exit(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', reject);
  });
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

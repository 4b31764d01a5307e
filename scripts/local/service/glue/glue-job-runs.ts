import { randomBytes } from 'node:crypto';
import type { Job } from '@aws-sdk/client-glue';
import type { Announcements } from '../announcements';
import { epochSeconds } from '../caller';
import { JobFailure, JobStopped, JobTimeout } from '../jobs/job-failure';
import type { Machine } from '../jobs/machine';
import { ServiceError } from '../service-error';
import { runGlueJob } from './run-glue-job';

/** A run as GetJobRun shows it. */
interface JobRunRecord {
  readonly Id: string;
  readonly JobName: string;
  readonly StartedOn: number;
  JobRunState: 'RUNNING' | 'STOPPING' | 'STOPPED' | 'SUCCEEDED' | 'FAILED' | 'TIMEOUT';
  CompletedOn?: number;
  ErrorMessage?: string;
}

interface ActiveRun {
  readonly stop: AbortController;
  readonly end: Promise<void>;
}

const SEVERITIES: Readonly<Record<string, string>> = { SUCCEEDED: 'INFO', STOPPED: 'WARN' };

/** Glue's own default since version 5.0: eight hours. */
const DEFAULT_TIMEOUT_MINUTES = 480;

const NOT_RUNNING = {
  ErrorCode: 'InvalidInputException',
  ErrorMessage: 'Job Run is not in a state that can be stopped',
};

/** Runs of the Glue jobs that are deployed; their definitions stay with the emulator. MaxRetries is not played. */
export class GlueJobRuns {
  private readonly runs: JobRunRecord[] = [];
  private readonly active = new Map<string, ActiveRun>();

  constructor(
    private readonly machine: Machine,
    private readonly announcements: Announcements,
  ) {}

  /** Starts a run and returns its id. */
  async start(
    name: string,
    args: Readonly<Record<string, string>>,
    timeoutMinutes: number | undefined,
  ): Promise<string> {
    const job = await this.machine.cloud.glueJob(name);
    const active = this.runs.filter(({ Id, JobName }) => JobName === name && this.active.has(Id));
    if (active.length >= (job.ExecutionProperty?.MaxConcurrentRuns ?? 1)) {
      throw new ServiceError('ConcurrentRunsExceededException', `Concurrent runs exceeded for ${name}`);
    }
    const timeout = timeoutMinutes ?? job.Timeout ?? DEFAULT_TIMEOUT_MINUTES;
    const run: JobRunRecord = newRun(job, name, args, timeout);
    this.runs.push(run);
    const stop = new AbortController();
    this.active.set(run.Id, { stop, end: this.run(job, run, args, timeout, stop.signal) });
    return run.Id;
  }

  get(name: string, id: string): object {
    const run = this.runs.find(({ Id, JobName }) => Id === id && JobName === name);
    if (!run) throw new ServiceError('EntityNotFoundException', `Job run ${id} of job ${name} was not found`);
    return { ...run, ExecutionTime: Math.round((run.CompletedOn ?? epochSeconds()) - run.StartedOn) };
  }

  /** Newest first. */
  list(name: string): readonly object[] {
    return this.runs
      .filter(({ JobName }) => JobName === name)
      .map(({ Id }) => this.get(name, Id))
      .reverse();
  }

  stop(name: string, ids: readonly string[]): object {
    const stopped = ids.filter((id) => this.active.has(id));
    for (const run of this.runs.filter(({ Id }) => stopped.includes(Id))) {
      run.JobRunState = 'STOPPING';
      this.active.get(run.Id)?.stop.abort();
    }
    const others = ids.filter((id) => !stopped.includes(id));
    return {
      SuccessfulSubmissions: stopped.map((JobRunId) => ({ JobName: name, JobRunId })),
      Errors: others.map((JobRunId) => ({ JobName: name, JobRunId, ErrorDetail: NOT_RUNNING })),
    };
  }

  /** Stops what runs and waits for its end. */
  async close(): Promise<void> {
    for (const { stop } of this.active.values()) stop.abort();
    await Promise.all([...this.active.values()].map(({ end }) => end));
  }

  private async run(
    job: Job,
    run: JobRunRecord,
    args: Readonly<Record<string, string>>,
    timeoutMinutes: number,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await runGlueJob(this.machine, job, { id: run.Id, args, timeoutMinutes, signal });
      run.JobRunState = 'SUCCEEDED';
    } catch (error) {
      run.JobRunState = error instanceof JobStopped ? 'STOPPED' : error instanceof JobTimeout ? 'TIMEOUT' : 'FAILED';
      run.ErrorMessage = error instanceof JobFailure ? error.message : String(error);
    }
    run.CompletedOn = epochSeconds();
    this.active.delete(run.Id);
    const { JobName: jobName, JobRunState: state, Id: jobRunId, ErrorMessage: message = '' } = run;
    const detail = { jobName, severity: SEVERITIES[state] ?? 'ERROR', state, jobRunId, message };
    this.announcements.change({ source: 'aws.glue', detailType: 'Glue Job State Change', resources: [], detail });
  }
}

function newRun(job: Job, JobName: string, Arguments: object, Timeout: number) {
  const { WorkerType, NumberOfWorkers, MaxCapacity, GlueVersion } = job;
  const capacity = { WorkerType, NumberOfWorkers, MaxCapacity, GlueVersion };
  const Id = `jr_${randomBytes(32).toString('hex')}`;
  const times = { StartedOn: epochSeconds(), LastModifiedOn: epochSeconds() };
  const rest = { Attempt: 0, PredecessorRuns: [], LogGroupName: '/aws-glue/jobs', JobRunState: 'RUNNING' as const };
  return { Id, JobName, ...times, ...rest, Arguments, Timeout, ...capacity };
}

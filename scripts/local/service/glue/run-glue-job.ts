import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { delimiter } from 'node:path';
import type { Job as GlueJob } from '@aws-sdk/client-glue';
import { Job } from '../jobs/job';
import { JobFailure } from '../jobs/job-failure';
import type { Machine } from '../jobs/machine';
import { sparkEnvironment } from './spark-settings';
import { StagedArguments } from './staged-arguments';

/** Arguments with an S3 URI that are Glue's own and no data of the script. */
const GLUE_OWN = ['--TempDir', '--extra-py-files', '--extra-files', '--extra-jars', '--spark-event-logs-path'];

export interface RunRequest {
  readonly id: string;
  /** They replace the job's default arguments of the same name. */
  readonly args: Readonly<Record<string, string>>;
  readonly timeoutMinutes: number;
  readonly signal: AbortSignal;
}

/**
 * Runs the deployed script, unchanged, with its `s3://` arguments staged to local paths and what it changed there synced
 * back, after a failure too: quarantined rows must not be lost. Throws `JobFailure` with the exception in one line.
 */
export async function runGlueJob(machine: Machine, definition: GlueJob, request: RunRequest): Promise<void> {
  const { Name = '', Role, Command, DefaultArguments, NonOverridableArguments } = definition;
  const folders = ['script', 'python', 'data', 'spark', 'work'];
  const job = await Job.prepare(machine, `${Name}-${request.id.slice(0, 11)}`, 'glue', Role, folders);
  const given: Record<string, string> = { ...DefaultArguments, ...request.args, ...NonOverridableArguments };
  const data = Object.entries(given).filter(([name, value]) => value.startsWith('s3://') && !GLUE_OWN.includes(name));
  const uris = data.map(([, uri]) => uri);
  const staged = new StagedArguments(job.session.objects, job.path('data'), uris);
  await staged.stage();
  const script = await job.fetch(Command?.ScriptLocation ?? '', 'script');
  const modules = (given['--extra-py-files'] ?? '').split(',').filter((uri) => uri !== '');
  const archives = await Promise.all(modules.map((uri) => job.fetch(uri, 'python')));
  const all = {
    '--job-bookmark-option': 'job-bookmark-disable',
    ...given,
    '--JOB_ID': `j_${randomBytes(32).toString('hex')}`,
    '--JOB_RUN_ID': request.id,
    '--JOB_NAME': Name,
    '--TempDir': job.path('tmp'),
    ...Object.fromEntries(data.map(([name, uri]) => [name, staged.path(uri)])),
  };
  const spark = await sparkEnvironment(job.path('spark'), machine.pythonFolder);
  const run = {
    command: ['python3', script, ...Object.entries(all).flat()],
    folder: 'work',
    environment: { ...spark, PYTHONPATH: [job.path('python'), ...archives].join(delimiter) },
    maxRuntimeInSeconds: request.timeoutMinutes * 60,
  };
  const { outcome, exitCode } = await job.run(run, request.signal).finally(() => staged.sync());
  if (outcome === 'succeeded') return;
  const exception = lastException(await readFile(job.log, 'utf8'));
  throw new JobFailure(exception ?? `Command failed with exit code ${exitCode ?? 'none'}`);
}

/** The last traceback's own line, e.g. `TooManyBadRows: 9 of 100 rows …`, without the exception's module. */
export function lastException(log: string): string | undefined {
  const traceback = log.slice(Math.max(0, log.lastIndexOf('Traceback (most recent call last):')));
  const line = /^[A-Za-z_][\w.]*(?:: .*)?$/m.exec(traceback.replace(/^Traceback.*$/m, ''))?.[0];
  return traceback === log && !log.startsWith('Traceback') ? undefined : line?.replace(/^(?:\w+\.)+(?=\w)/, '');
}

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, delimiter } from 'node:path';
import type { Job } from '@aws-sdk/client-glue';
import type { ObjectStore } from '../cloud';
import { JobFolder } from '../jobs/job-folder';
import type { JobEnd } from '../jobs/job-processes';
import type { Machine } from '../jobs/machine';
import { s3Location } from '../jobs/s3-location';
import { download } from '../jobs/staging';
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

type GlueEnd = JobEnd & { readonly errorMessage?: string };

/**
 * Runs the deployed script, unchanged, with its `s3://` arguments staged to local paths and what it changed there synced
 * back, after a failure too: quarantined rows must not be lost. `errorMessage` is Glue's: the exception in one line.
 */
export async function runGlueJob(machine: Machine, job: Job, run: RunRequest): Promise<GlueEnd> {
  const folder = await JobFolder.make(machine, `${job.Name}-${run.id.slice(0, 11)}`, [
    'script',
    'python',
    'data',
    'spark',
    'work',
  ]);
  const session = await machine.cloud.actAs(job.Role ?? '');
  const given: Record<string, string> = { ...job.DefaultArguments, ...run.args, ...job.NonOverridableArguments };
  const data = Object.entries(given).filter(([name, value]) => value.startsWith('s3://') && !GLUE_OWN.includes(name));
  const staged = new StagedArguments(
    session.objects,
    folder.path('data'),
    data.map(([, uri]) => uri),
  );
  await staged.stage();
  const script = await fetchTo(session.objects, job.Command?.ScriptLocation ?? '', folder.path('script'));
  const modules = (given['--extra-py-files'] ?? '').split(',').filter((uri) => uri !== '');
  const archives = await Promise.all(modules.map((uri) => fetchTo(session.objects, uri, folder.path('python'))));
  const all = {
    ...given,
    '--job-bookmark-option': given['--job-bookmark-option'] ?? 'job-bookmark-disable',
    '--JOB_ID': `j_${randomBytes(32).toString('hex')}`,
    '--JOB_RUN_ID': run.id,
    '--JOB_NAME': job.Name ?? '',
    '--TempDir': folder.path('work', 'temporary'),
    ...Object.fromEntries(data.map(([name, uri]) => [name, staged.path(uri)])),
  };
  const end = await machine.processes.run(
    {
      job: basename(folder.root),
      kind: 'glue',
      command: 'python3',
      arguments: [script, ...Object.entries(all).flat()],
      folder: folder.path('work'),
      log: folder.log,
      maxRuntimeInSeconds: run.timeoutMinutes * 60,
      environment: {
        ...folder.environment(session),
        ...(await sparkEnvironment(folder.path('spark'), machine.pythonFolder)),
        PYTHONPATH: [folder.path('python'), ...archives].join(delimiter),
      },
    },
    run.signal,
  );
  await staged.sync();
  return { ...end, errorMessage: await errorMessage(end, folder.log, run) };
}

async function fetchTo(objects: ObjectStore, uri: string, folder: string): Promise<string> {
  const { bucket, key } = s3Location(uri);
  const file = `${folder}/${basename(key)}`;
  await download(objects, bucket, key, file);
  return file;
}

async function errorMessage({ outcome, exitCode }: JobEnd, log: string, run: RunRequest): Promise<string | undefined> {
  if (outcome === 'timed out')
    return `JobRunTimeout: the job run exceeded its timeout of ${run.timeoutMinutes} minutes`;
  if (outcome !== 'failed') return undefined;
  return lastException(await readFile(log, 'utf8')) ?? `Command failed with exit code ${exitCode ?? 'none'}`;
}

/** The last traceback's own line, e.g. `TooManyBadRows: 9 of 100 rows …`, without the exception's module. */
export function lastException(log: string): string | undefined {
  const traceback = log.slice(Math.max(0, log.lastIndexOf('Traceback (most recent call last):')));
  const line = /^[A-Za-z_][\w.]*(?:: .*)?$/m.exec(traceback.replace(/^Traceback.*$/m, ''))?.[0];
  return traceback === log && !log.startsWith('Traceback') ? undefined : line?.replace(/^(?:\w+\.)+(?=\w)/, '');
}

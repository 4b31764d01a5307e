import { appendFile, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateModelInput, CreateTransformJobRequest } from '@aws-sdk/client-sagemaker';
import type { Session } from '../cloud';
import { unpack } from './archive';
import { type ColumnFilter, columnFilter, csvFields } from './csv-columns';
import { JobFailure, JobStopped } from './job-failure';
import { JobFolder } from './job-folder';
import type { Machine } from './machine';
import { s3Join, s3Location } from './s3-location';
import { download, objectsUnder } from './staging';

export type TransformJob = Omit<CreateTransformJobRequest, 'TransformJobName'>;

/** SageMaker's default for MaxPayloadInMB. */
const DEFAULT_PAYLOAD_MB = 6;

/** SageMaker gives a container four minutes to answer its first ping. */
const START_SECONDS = 240;

/**
 * Scores every object under the input prefix through the model's serving container and writes `<path>.out` each:
 * columns filtered on the way in, joined with the input and filtered on the way out, as `DataProcessing` says.
 */
export async function runTransformJob(
  machine: Machine,
  name: string,
  job: TransformJob,
  model: CreateModelInput,
  signal: AbortSignal,
): Promise<void> {
  refuseUnjoinable(job);
  const input = job.TransformInput?.DataSource?.S3DataSource?.S3Uri ?? '';
  const session = await machine.cloud.actAs(model.ExecutionRoleArn ?? '');
  const found = await objectsUnder(session.objects, input);
  if (found.length === 0)
    throw new JobFailure(`ClientError: No S3 objects found under S3 URL "${input}" given in input data source.`);
  await serving(machine, name, model, session, signal, async (url, log) => {
    for (const { key, path } of found) {
      const body = await session.objects.read(s3Location(input).bucket, key);
      const output = s3Location(s3Join(job.TransformOutput?.S3OutputPath ?? '', `${path}.out`));
      await session.objects.write(output.bucket, output.key, await transform(job, String(body), url, log));
    }
  });
}

function refuseUnjoinable({ TransformInput, TransformOutput, DataProcessing }: TransformJob): void {
  if (DataProcessing?.JoinSource !== 'Input') return;
  const same =
    TransformInput?.ContentType === TransformOutput?.Accept &&
    (TransformInput?.SplitType ?? 'None') === (TransformOutput?.AssembleWith ?? 'None');
  if (!same)
    throw new JobFailure('ClientError: to join, Accept must equal ContentType and AssembleWith must equal SplitType');
}

/** Starts the model's container, waits until it is healthy, works with it and stops it. */
async function serving(
  machine: Machine,
  name: string,
  model: CreateModelInput,
  session: Session,
  signal: AbortSignal,
  work: (url: string, log: string) => Promise<void>,
): Promise<void> {
  const folder = await JobFolder.make(machine, name, ['model']);
  const { ModelDataUrl = '', Environment } = model.PrimaryContainer ?? {};
  const { bucket, key } = s3Location(ModelDataUrl);
  await download(session.objects, bucket, key, folder.path('model.tar.gz'));
  await unpack(folder.path('model.tar.gz'), folder.path('model'));
  const mode = Environment?.SAGEMAKER_PROGRAM === undefined ? 'algorithm' : 'script';
  const args = ['--mode', mode, '--model-dir', folder.path('model'), '--port', '0'];
  const done = new AbortController();
  const ended = machine.processes.run(
    {
      job: name,
      kind: 'transform',
      command: 'python3',
      arguments: [machine.containerScript, ...args],
      folder: folder.root,
      log: folder.log,
      environment: {
        ...folder.environment(model.EnableNetworkIsolation ? undefined : session),
        SAGEMAKER_BATCH: 'true',
        ...folder.insideAll(Environment),
      },
    },
    AbortSignal.any([signal, done.signal]),
  );
  const lost = ended.then((): never => {
    if (signal.aborted) throw new JobStopped(`Transform job ${name} was stopped`);
    throw new JobFailure('AlgorithmError: See job logs for more information');
  });
  try {
    await Promise.race([lost, healthy(folder.log, done.signal).then((url) => work(url, folder.log))]);
  } finally {
    lost.catch(() => {});
    done.abort();
    await ended;
  }
}

async function healthy(log: string, done: AbortSignal): Promise<string> {
  for (const end = Date.now() + START_SECONDS * 1000; Date.now() < end && !done.aborted; await sleep(50)) {
    const [, port] = /listening on 127\.0\.0\.1:(\d+)/.exec(await readFile(log, 'utf8').catch(() => '')) ?? [];
    const url = `http://127.0.0.1:${port}`;
    const ping = port === undefined ? undefined : await fetch(`${url}/ping`).catch(() => undefined);
    if (ping?.ok) return url;
    if (ping) await appendFile(log, `ping answered ${ping.status}: ${await ping.text()}\n`);
  }
  throw new JobFailure(
    'AlgorithmError: the container did not pass its health check, see job logs for more information',
  );
}

async function transform(job: TransformJob, text: string, url: string, log: string): Promise<string> {
  const { InputFilter, JoinSource, OutputFilter } = job.DataProcessing ?? {};
  if (job.TransformInput?.SplitType !== 'Line') return invoke(job, text, url, log);
  const rows = text.split('\n').filter((line) => line !== '');
  const onTheWayIn = columnFilter(InputFilter);
  const onTheWayOut = columnFilter(OutputFilter);
  const answers: string[] = [];
  for (const payload of payloads(
    job,
    rows.map((row) => filtered(row, onTheWayIn, InputFilter)),
  )) {
    answers.push(...(await invoke(job, payload, url, log)).split('\n').filter((line) => line !== ''));
  }
  if (JoinSource === 'Input' && answers.length !== rows.length) {
    throw new JobFailure(`ClientError: ${rows.length} records in and ${answers.length} out cannot be joined`);
  }
  const joined = answers.map((answer, index) => (JoinSource === 'Input' ? `${rows[index]},${answer}` : answer));
  const lines = joined.map((line) => filtered(line, onTheWayOut, OutputFilter));
  return job.TransformOutput?.AssembleWith === 'Line' ? lines.map((line) => `${line}\n`).join('') : lines.join('');
}

const filtered = (line: string, filter: ColumnFilter, path: string | undefined): string =>
  path === undefined || path === '$' ? line : filter(csvFields(line)).join(',');

/** As many rows a request as fit the payload, or one by one for `SingleRecord`. */
function* payloads(job: TransformJob, rows: readonly string[]): Generator<string> {
  const limit = (job.MaxPayloadInMB || DEFAULT_PAYLOAD_MB) * 1024 * 1024;
  let lines: string[] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = Buffer.byteLength(row) + 1;
    if (lines.length > 0 && (job.BatchStrategy === 'SingleRecord' || size + bytes > limit)) {
      yield lines.join('');
      lines = [];
      size = 0;
    }
    lines.push(`${row}\n`);
    size += bytes;
  }
  if (lines.length > 0) yield lines.join('');
}

async function invoke(job: TransformJob, body: string, url: string, log: string): Promise<string> {
  const headers = {
    ...(job.TransformInput?.ContentType === undefined ? {} : { 'content-type': job.TransformInput.ContentType }),
    accept: job.TransformOutput?.Accept ?? '*/*',
  };
  const answer = await fetch(`${url}/invocations`, { method: 'POST', headers, body });
  const text = await answer.text();
  if (answer.ok) return text;
  await appendFile(log, `bad HTTP response ${answer.status}: ${text}\n`);
  throw new JobFailure(
    `${answer.status < 500 ? 'ClientError' : 'InternalServerError'}: See job logs for more information`,
  );
}

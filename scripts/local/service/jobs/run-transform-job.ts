import { appendFile, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateModelInput, CreateTransformJobRequest } from '@aws-sdk/client-sagemaker';
import { unpack } from './archive';
import { selectColumns } from './csv-columns';
import { Job } from './job';
import { JobFailure } from './job-failure';
import type { Machine } from './machine';
import { s3Join, s3Location } from './s3-location';
import { objectsUnder } from './staging';

export type TransformJob = Omit<CreateTransformJobRequest, 'TransformJobName'>;

/** SageMaker's default for MaxPayloadInMB. */
const DEFAULT_PAYLOAD_MB = 6;

/** SageMaker gives a container four minutes to answer its first ping. */
const START_SECONDS = 240;

/**
 * Scores every object under the input prefix through the model's serving container and writes `<path>.out` each: CSV
 * columns filtered on the way in, joined with the input and filtered on the way out, as `DataProcessing` says.
 */
export async function runTransformJob(
  machine: Machine,
  name: string,
  request: TransformJob,
  model: CreateModelInput,
  signal: AbortSignal,
): Promise<void> {
  refuseUnjoinable(request);
  const input = request.TransformInput?.DataSource?.S3DataSource?.S3Uri ?? '';
  const job = await Job.prepare(machine, name, 'transform', model.ExecutionRoleArn, ['model']);
  const { objects } = job.session;
  const found = await objectsUnder(objects, input, job.roleArn);
  await unpack(await job.fetch(model.PrimaryContainer?.ModelDataUrl ?? '', '.'), job.path('model'));
  await serve(machine, job, model, signal, async (url) => {
    for (const { key, path } of found) {
      const body = await objects.read(s3Location(input).bucket, key);
      const output = s3Location(s3Join(request.TransformOutput?.S3OutputPath ?? '', `${path}.out`));
      await objects.write(output.bucket, output.key, await transform(request, String(body), url, job.log));
    }
  });
}

function refuseUnjoinable({ TransformInput: from, TransformOutput: to, DataProcessing }: TransformJob): void {
  const same = from?.ContentType === to?.Accept && (from?.SplitType ?? 'None') === (to?.AssembleWith ?? 'None');
  if (DataProcessing?.JoinSource !== 'Input' || same) return;
  throw new JobFailure('ClientError: to join, Accept must equal ContentType and AssembleWith must equal SplitType');
}

/** Starts the model's container, waits until it is healthy, works with it and stops it. */
async function serve(
  machine: Machine,
  job: Job,
  { PrimaryContainer, EnableNetworkIsolation }: CreateModelInput,
  signal: AbortSignal,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const mode = PrimaryContainer?.Environment?.SAGEMAKER_PROGRAM === undefined ? 'algorithm' : 'script';
  const options = ['--mode', mode, '--model-dir', job.path('model'), '--port', '0'];
  const run = {
    command: ['python3', machine.containerScript, ...options],
    isolated: EnableNetworkIsolation,
    environment: { SAGEMAKER_BATCH: 'true', ...job.insideAll(PrimaryContainer?.Environment) },
  };
  const done = new AbortController();
  const container = job.run(run, AbortSignal.any([signal, done.signal])).then(() => {
    throw new JobFailure('AlgorithmError: See job logs for more information');
  });
  try {
    await Promise.race([container, healthy(job.log, done.signal).then(work)]);
  } finally {
    done.abort();
    await container.catch(() => {});
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
  throw new JobFailure('AlgorithmError: the container failed its health check, see job logs for more information');
}

async function transform(request: TransformJob, text: string, url: string, log: string): Promise<string> {
  if (request.TransformInput?.SplitType !== 'Line') return invoke(request, text, url, log);
  const { InputFilter, JoinSource, OutputFilter } = request.DataProcessing ?? {};
  const rows = text.split('\n').filter((line) => line !== '');
  const seen = rows.map((row) => selectColumns(row, InputFilter));
  const answers: string[] = [];
  for (const payload of payloads(request, seen)) {
    answers.push(...(await invoke(request, payload, url, log)).split('\n').filter((line) => line !== ''));
  }
  if (JoinSource === 'Input' && answers.length !== rows.length) {
    throw new JobFailure(`ClientError: ${rows.length} records in and ${answers.length} out cannot be joined`);
  }
  const joined = answers.map((answer, index) => (JoinSource === 'Input' ? `${rows[index]},${answer}` : answer));
  const end = request.TransformOutput?.AssembleWith === 'Line' ? '\n' : '';
  return joined.map((line) => selectColumns(line, OutputFilter) + end).join('');
}

/** As many rows a request as fit the payload, or one by one for `SingleRecord`. */
function* payloads(request: TransformJob, rows: readonly string[]): Generator<string> {
  const limit = (request.MaxPayloadInMB || DEFAULT_PAYLOAD_MB) * 1024 * 1024;
  let lines: string[] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = Buffer.byteLength(row) + 1;
    if (lines.length > 0 && (request.BatchStrategy === 'SingleRecord' || size + bytes > limit)) {
      yield lines.join('');
      lines = [];
      size = 0;
    }
    lines.push(`${row}\n`);
    size += bytes;
  }
  if (lines.length > 0) yield lines.join('');
}

async function invoke(request: TransformJob, body: string, url: string, log: string): Promise<string> {
  const { ContentType } = request.TransformInput ?? {};
  const accept = { accept: request.TransformOutput?.Accept ?? '*/*' };
  const headers = ContentType === undefined ? accept : { ...accept, 'content-type': ContentType };
  const answer = await fetch(`${url}/invocations`, { method: 'POST', headers, body });
  const text = await answer.text();
  if (answer.ok) return text;
  await appendFile(log, `bad HTTP response ${answer.status}: ${text}\n`);
  const whose = answer.status < 500 ? 'ClientError' : 'InternalServerError';
  throw new JobFailure(`${whose}: See job logs for more information`);
}

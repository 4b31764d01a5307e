import type { CreateModelInput, CreateTransformJobRequest } from '@aws-sdk/client-sagemaker';
import { ServingContainer } from '../serving/serving-container';
import { selectColumns } from './csv-columns';
import { JobFailure } from './job-failure';
import type { Machine } from './machine';
import { s3Join, s3Location } from './s3-location';
import { objectsUnder } from './staging';

export type TransformJob = Omit<CreateTransformJobRequest, 'TransformJobName'>;

/** SageMaker's default for MaxPayloadInMB. */
const DEFAULT_PAYLOAD_MB = 6;

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
  const options = { kind: 'transform', environment: { SAGEMAKER_BATCH: 'true' } };
  const container = await ServingContainer.start(machine, name, model, options, signal);
  const work = async (): Promise<void> => {
    const { objects } = container.session;
    for (const { key, path } of await objectsUnder(objects, input, model.ExecutionRoleArn ?? '')) {
      const body = await objects.read(s3Location(input).bucket, key);
      const output = s3Location(s3Join(request.TransformOutput?.S3OutputPath ?? '', `${path}.out`));
      await objects.write(output.bucket, output.key, await transform(request, String(body), container));
    }
  };
  try {
    await Promise.race([container.ended, work()]);
  } finally {
    await container.stop();
  }
}

function refuseUnjoinable({ TransformInput: from, TransformOutput: to, DataProcessing }: TransformJob): void {
  const same = from?.ContentType === to?.Accept && (from?.SplitType ?? 'None') === (to?.AssembleWith ?? 'None');
  if (DataProcessing?.JoinSource !== 'Input' || same) return;
  throw new JobFailure('ClientError: to join, Accept must equal ContentType and AssembleWith must equal SplitType');
}

async function transform(request: TransformJob, text: string, container: ServingContainer): Promise<string> {
  if (request.TransformInput?.SplitType !== 'Line') return invoke(request, text, container);
  const { InputFilter, JoinSource, OutputFilter } = request.DataProcessing ?? {};
  const rows = text.split('\n').filter((line) => line !== '');
  const seen = rows.map((row) => selectColumns(row, InputFilter));
  const answers: string[] = [];
  for (const payload of payloads(request, seen)) {
    answers.push(...(await invoke(request, payload, container)).split('\n').filter((line) => line !== ''));
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

async function invoke(request: TransformJob, body: string, container: ServingContainer): Promise<string> {
  const { ContentType } = request.TransformInput ?? {};
  const accept = { accept: request.TransformOutput?.Accept ?? '*/*' };
  const headers = ContentType === undefined ? accept : { ...accept, 'content-type': ContentType };
  const { status, body: answer } = await container.invoke(Buffer.from(body), headers);
  if (status === 200) return String(answer);
  await container.note(`bad HTTP response ${status}: ${answer}`);
  throw new JobFailure(`${status < 500 ? 'ClientError' : 'InternalServerError'}: See job logs for more information`);
}

import { randomUUID } from 'node:crypto';
import { NoSuchKey, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { LoggedOutcome, LoggedPrediction } from '../../../lambda/shared/prediction-log';
import { stubClient } from '../stub-client';

const PAGE = 3;
const CHUNK = 1009;

/** Buckets in memory that list, read and write as S3 does, with pages small enough to need several. */
export function givenLake() {
  const objects = new Map<string, string>();
  const failures: { readonly command: string; readonly key: RegExp; times: number }[] = [];
  const failing = (command: string, key: string) => {
    const failure = failures.find((each) => each.command === command && each.key.test(key) && each.times > 0);
    if (failure) failure.times--;
    return failure && new Error(`${command} of ${key} failed`);
  };
  const { client, sent } = stubClient(new S3Client({}), {
    ListObjectsV2: ({ Bucket, Prefix, StartAfter = '', ContinuationToken = '' }) => {
      const after = ContinuationToken || StartAfter;
      const keys = [...objects.keys()]
        .filter((uri) => uri.startsWith(`${Bucket}/${Prefix}`))
        .map((uri) => uri.slice(Bucket.length + 1))
        .filter((key) => key > after)
        .sort();
      const page = keys.slice(0, PAGE);
      const more = keys.length > PAGE ? { IsTruncated: true, NextContinuationToken: page.at(-1) } : {};
      return { Contents: page.map((Key) => ({ Key })), ...more };
    },
    GetObject: ({ Bucket, Key }) => {
      const text = objects.get(`${Bucket}/${Key}`);
      const gone = new NoSuchKey({ message: 'The specified key does not exist.', $metadata: {} });
      return failing('GetObject', Key) ?? (text === undefined ? gone : { Body: bodyOf(text) });
    },
    PutObject: ({ Bucket, Key, Body, IfNoneMatch }) => {
      const error = failing('PutObject', Key);
      if (error) return error;
      const refused = { name: 'PreconditionFailed', message: 'exists', $fault: 'client' as const, $metadata: {} };
      if (IfNoneMatch === '*' && objects.has(`${Bucket}/${Key}`)) return new S3ServiceException(refused);
      objects.set(`${Bucket}/${Key}`, Body);
      return {};
    },
  });
  return {
    s3: client,
    sent,
    objects,
    put: (uri: string, content: unknown) =>
      objects.set(uri.slice('s3://'.length), typeof content === 'string' ? content : JSON.stringify(content)),
    // biome-ignore lint/suspicious/noExplicitAny: each test knows the report that it looks at
    json: (uri: string): any => JSON.parse(objects.get(uri.slice('s3://'.length)) ?? 'null'),
    fail: (command: string, key: RegExp, times = 1) => failures.push({ command, key, times }),
  };
}

/** As the SDK hands it out, in chunks that end anywhere. */
function bodyOf(text: string) {
  const bytes = Buffer.from(text);
  return {
    transformToString: async () => text,
    async *[Symbol.asyncIterator]() {
      for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
    },
  };
}

/** Lines of a log object. */
export const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Key under which Firehose puts what arrived at a moment, `2026-11-20T10:05:00Z`. */
export const logKey = (moment: string, name = 'log') =>
  `${moment.slice(0, 13).replaceAll(/[-T]/g, '/')}/${name}-${moment}`;

export const versionArn = (version: number) =>
  `arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/${version}`;

/** A line of the prediction log as the API writes it. */
export function prediction(given: Partial<LoggedPrediction> = {}): LoggedPrediction {
  const predictedAt = given.predictedAt ?? '2026-11-20T10:00:00.000Z';
  return {
    inferenceId: `${predictedAt.slice(0, 13).replaceAll(/[-T]/g, '')}-${randomUUID()}`,
    recordId: 'part-1',
    eventTime: '2026-11-19T00:00:00Z',
    predictedAt,
    features: { load: 1, turns: 2 },
    score: 0.3,
    threshold: 0.5,
    decision: false,
    modelVersion: versionArn(1),
    servedBy: 'serverless',
    ...given,
  };
}

/** A line of the outcomes log. */
export function outcome(inferenceId: string, given: Partial<LoggedOutcome> = {}): LoggedOutcome {
  return { inferenceId, actual: 'no', recordedAt: '2026-11-20T20:00:00.000Z', ...given };
}

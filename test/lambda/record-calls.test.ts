import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { markDayComplete } from '../../lambda/data-lake/mark-day-complete/mark-day-complete';
import { inParallel } from '../../lambda/shared/in-parallel';
import { type HandlerCall, recordOfTest } from '../../scripts/proof/iam/record/handler-calls';
import { AwsEndpoint } from './aws-endpoint';
import { handlerOf } from './handler-of';
import { s3Body, stubClient } from './stub-client';

const PROJECT = join(__dirname, '..', '..');
const FILE = recordOfTest(join(PROJECT, '.local'), join('lambda', 'record-calls.test.ts'));
const ENVIRONMENT = { bucket: 'lake', prefix: 'raw/parts' };
const EVENT = { time: '2026-11-21T01:00:00Z' };
const HANDLER = 'data-lake/mark-day-complete';

function recorded(): HandlerCall[] {
  const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split('\n') : [];
  return lines.map((line) => JSON.parse(line));
}

function mark(onPut: () => unknown = () => ({})) {
  const { client } = stubClient(new S3Client({ region: 'us-east-1' }), {
    ListObjectsV2: () => ({ Contents: [{ Key: 'raw/parts/ingest_date=2026-11-20/part-1' }] }),
    PutObject: onPut,
  });
  return markDayComplete(EVENT, client, ENVIRONMENT);
}

test('a call is recorded once a kind, for the handler whose code makes it, with how it ended', async () => {
  await mark();
  await inParallel([1, 2, 3], 2, () => mark());
  const slow = Object.assign(new Error('slow down'), { name: 'SlowDown' });
  await expect(mark(() => slow)).rejects.toThrow('slow down');

  const calls = recorded();
  expect(calls.map(({ handler, service, operation, error }) => ({ handler, service, operation, error }))).toEqual([
    { handler: HANDLER, service: 'S3', operation: 'ListObjectsV2' },
    { handler: HANDLER, service: 'S3', operation: 'PutObject' },
    { handler: HANDLER, service: 'S3', operation: 'PutObject', error: 'SlowDown' },
  ]);
  expect(calls[1]?.input).toMatchObject({ Bucket: 'lake', Body: 'Uint8Array', IfNoneMatch: '*' });
});

test('a call that a test makes by itself is no call of a handler', async () => {
  const before = recorded();
  const { client } = stubClient(new S3Client({ region: 'us-east-1' }), { GetObject: () => ({ Body: s3Body('') }) });
  await client.send(new GetObjectCommand({ Bucket: 'lake', Key: 'a' }));

  expect(recorded()).toEqual(before);
});

test('over the wire a handler is recorded as well', async () => {
  const before = recorded();
  const endpoint = await AwsEndpoint.start(() => ({ status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }));
  await expect(markDayComplete(EVENT, new S3Client(), ENVIRONMENT)).rejects.toThrow();
  await endpoint.stop();

  expect(recorded().slice(before.length)).toMatchObject([
    { handler: HANDLER, service: 'S3', operation: 'ListObjectsV2', error: 'AccessDenied' },
  ]);
});

const file = (path: string) => join(PROJECT, path);
const [START, JUDGE] = [
  'lambda/training/start-training/read-situation.ts',
  'lambda/training/evaluate-model/gate.ts',
].map(file);
const SHARED = file('lambda/shared/publish-signal.ts');

test.each([
  ['the outermost handler on the stack', [SHARED, JUDGE, START], 'test/lib/any.test.ts', 'training/start-training'],
  [
    'the one whose test it is, where the stack says nothing',
    [SHARED],
    'test/lambda/training/start-training/a.test.ts',
    'training/start-training',
  ],
  ['the one on the stack rather', [JUDGE], 'test/lambda/training/start-training/a.test.ts', 'training/evaluate-model'],
  ['none for shared code', [SHARED], 'test/lambda/shared/publish-signal.test.ts', undefined],
  ['none where a script uses the code', [START], 'test/scripts/retrain/retrain.test.ts', undefined],
])('a call is made by %s', (_, files, test, handler) => {
  expect(handlerOf(files.map(String), file(test))).toBe(handler);
});

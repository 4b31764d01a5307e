import { gzipSync } from 'node:zlib';
import { AwsEndpoint, context, type WireAnswer, type WireRequest } from '../../aws-endpoint';

const KEY = 'feature-records/parts/ingest_date=2026-11-20/part-0000.json.gz';
let endpoint: AwsEndpoint;
let writes = 0;

/** S3 hands out one part; the store first throttles, then leaves one record for later, then takes everything. */
function answer({ path, body }: WireRequest): WireAnswer {
  if (path === `/curated/${KEY}`) return { body: gzipSync('{"part_id":"a","load":1}\n{"part_id":"b","load":2}\n') };
  if (path !== '/BatchWriteRecord') return { status: 404 };
  writes++;
  if (writes === 1)
    return { status: 429, headers: { 'x-amzn-errortype': 'ThrottlingException' }, body: '{"message":"slow down"}' };
  const UnprocessedEntries = writes === 2 ? JSON.parse(body.toString()).Entries.slice(1) : [];
  return { body: JSON.stringify({ Errors: [], UnprocessedEntries }) };
}

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(answer);
  Object.assign(process.env, { FEATURE_GROUP_NAME: 'parts', SIGNAL_NAMESPACE: 'tested' });
});
afterAll(() => endpoint.stop());

test('over the wire, a throttled store and a half-written batch end with everything written', async () => {
  const { handler } = await import('../../../../lambda/feature-store/ingest-features/handler');

  expect(await handler({ bucket: 'curated', key: KEY }, context)).toEqual({ written: 2, parked: 0 });

  const batches = endpoint.requests
    .filter(({ path }) => path === '/BatchWriteRecord')
    .map(({ body }) => JSON.parse(body.toString()).Entries.map((entry: { Record: unknown[] }) => entry.Record[0]));
  const a = { FeatureName: 'part_id', ValueAsString: 'a' };
  const b = { FeatureName: 'part_id', ValueAsString: 'b' };
  expect(batches).toEqual([[a, b], [a, b], [b]]);
});

import { AwsEndpoint, context } from '../../aws-endpoint';

let endpoint: AwsEndpoint;
const ID = '2026112109-00000000-0000-4000-8000-000000000001';
const objects = new Map([
  [
    'outcomes/parts/2026/11/21/10/stream-1',
    `${JSON.stringify({ inferenceId: ID, actual: 'yes', recordedAt: '2026-11-21T10:05:00.000Z' })}\n`,
  ],
]);

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(({ method, path, query, body }) => {
    const key = path.replace(/^\/lake\/?/, '');
    if (query.has('list-type')) {
      const keys = [...objects.keys()].filter((each) => each.startsWith(query.get('prefix') ?? ''));
      const contents = keys.map((each) => `<Contents><Key>${each}</Key></Contents>`).join('');
      return { body: `<ListBucketResult>${contents}</ListBucketResult>` };
    }
    if (method === 'GET') {
      const body = objects.get(key);
      return body === undefined ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' } : { body };
    }
    objects.set(key, body.toString());
    return {};
  });
  Object.assign(process.env, {
    OUTCOMES_URI: 's3://lake/outcomes/parts',
    GROUND_TRUTH_URI: 's3://lake/ground-truth/parts',
    PROGRESS_URI: 's3://lake/monitoring/parts/ground-truth',
  });
});
afterAll(() => endpoint.stop());

test('over the wire, an outcome of the dataset’s positive value becomes a 1', async () => {
  const { handler } = await import('../../../../lambda/model-monitoring/write-ground-truth/handler');

  expect(await handler({ time: '2026-11-22T04:30:00Z' }, context)).toEqual({ objects: 1, labels: 1 });
  expect(objects.get('ground-truth/parts/2026/11/21/09/stream-1.jsonl')).toContain(`"data":"1"`);
  expect(objects.get('monitoring/parts/ground-truth/watermark.json')).toContain('2026/11/21/10/stream-1');
});

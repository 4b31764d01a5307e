import { AwsEndpoint, context } from '../../aws-endpoint';

const FOLDER = 'raw/parts/ingest_date=2026-11-20/';
let endpoint: AwsEndpoint;
const objects = new Set([`${FOLDER}part-1.json.gz`]);

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(({ method, path, headers }) => {
    const key = path.replace('/lake/', '');
    if (method === 'GET') {
      const contents = [...objects].map((each) => `<Contents><Key>${each}</Key></Contents>`).join('');
      return { body: `<ListBucketResult>${contents}</ListBucketResult>` };
    }
    if (headers['if-none-match'] === '*' && objects.has(key))
      return { status: 412, body: '<Error><Code>PreconditionFailed</Code><Message>it exists</Message></Error>' };
    objects.add(key);
    return {};
  });
  Object.assign(process.env, { RAW_BUCKET: 'lake', RAW_PREFIX: 'raw/parts' });
});
afterAll(() => endpoint.stop());

test('over the wire, the schedule delivered twice marks the day before once', async () => {
  const { handler } = await import('../../../../lambda/data-lake/mark-day-complete/handler');
  const scheduled = { time: '2026-11-21T01:00:00Z' };

  const outcomes = [await handler(scheduled, context), await handler(scheduled, context)];

  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['marked', 'marked-already']);
  expect([...objects]).toEqual([`${FOLDER}part-1.json.gz`, `${FOLDER}_SUCCESS`]);
});

import { AwsEndpoint, context, type WireRequest } from '../../aws-endpoint';
import { lines, logKey, prediction, versionArn } from '../fake-lake';

let endpoint: AwsEndpoint;
const KEY = `predictions/parts/${logKey('2026-11-20T10:00:00Z')}`;
const LOG = lines(
  Array.from({ length: 200 }, (_, record) =>
    prediction({ recordId: `part-${record}`, features: { load: 20 }, score: record % 2 === 0 ? 0.2 : 0.8 }),
  ),
);
const HISTOGRAMS = { features: [{ name: 'load', edges: [10], counts: [500, 500], missing: 0 }] };
const BUCKETS = [0.1, 0.5].map((lower) => ({ lower_bound: lower, upper_bound: lower + 0.4, count: 500 }));
const STATISTICS = {
  features: [
    {
      name: 'score',
      numerical_statistics: { common: { num_missing: 0 }, distribution: { kll: { buckets: BUCKETS } } },
    },
  ],
};
const list = (keys: string[]) =>
  `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}<IsTruncated>false</IsTruncated></ListBucketResult>`;

function answer({ path, query, headers, method }: WireRequest) {
  const json = { 'content-type': 'application/x-amz-json-1.1' };
  if (headers['x-amz-target'] === 'SageMaker.DescribeModelPackage') {
    const CustomerMetadataProperties = { datasetsUri: 's3://datasets/run', monitoring: 's3://models/run/monitoring' };
    return { headers: json, body: JSON.stringify({ CustomerMetadataProperties }) };
  }
  if (query.get('list-type')) return { body: list(query.get('prefix')?.startsWith('predictions') ? [KEY] : []) };
  if (path === `/lake/${KEY}`) return { body: LOG };
  if (path.endsWith('histograms.json')) return { body: JSON.stringify(HISTOGRAMS) };
  if (path.endsWith('statistics.json') && method === 'GET') return { body: JSON.stringify(STATISTICS) };
  return {};
}

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(answer);
  Object.assign(process.env, {
    PREDICTIONS_URI: 's3://lake/predictions/parts',
    MONITORING_URI: 's3://lake/monitoring/parts',
    MINIMUM_ROWS: '100',
    SMALLEST_DRIFT: '0.1',
    SIGNAL_NAMESPACE: 'tested',
  });
});
afterAll(() => endpoint.stop());
beforeEach(() => {
  endpoint.requests.length = 0;
});

test('over the wire, a look reads the log and the baseline, keeps its report once, and publishes its finding', async () => {
  const { handler } = await import('../../../../lambda/model-monitoring/measure-drift/handler');

  expect(await handler({ time: '2026-11-21T03:00:00Z' }, context)).toMatchObject({
    time: '2026-11-21T03:00:00Z',
    verdict: 'drift',
    sentence: expect.stringContaining('load has a PSI'),
  });

  const report = endpoint.requests.find(({ method }) => method === 'PUT');
  expect(report?.path).toBe('/lake/monitoring/parts/drift/2026-11-21T03:00:00Z.json');
  expect(report?.headers['if-none-match']).toBe('*');
  const described = endpoint.requests.find(({ headers }) => headers['x-amz-target']?.includes('SageMaker'));
  expect(JSON.parse(described?.body.toString() ?? '')).toEqual({ ModelPackageName: versionArn(1) });
  expect(endpoint.requests.at(-1)?.body.toString()).toContain('DataDrift');
});

test('over the wire, the end of a deployment is a heartbeat and no look', async () => {
  const { handler } = await import('../../../../lambda/model-monitoring/measure-drift/handler');
  const ids = { StackId: 's', RequestId: 'r', LogicalResourceId: 'l' };

  await handler({ RequestType: 'Create', ResponseURL: `${endpoint.url}/answer`, ...ids }, context);

  const [beat, told, ...others] = endpoint.requests;
  expect(beat?.body.toString()).toContain('DriftMonitorRows');
  expect(told).toMatchObject({ method: 'PUT', path: '/answer' });
  expect(others).toEqual([]);
});

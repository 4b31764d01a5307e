import { AwsEndpoint, context, type WireRequest } from '../../aws-endpoint';
import { lines, logKey, outcome, prediction } from '../fake-lake';

let endpoint: AwsEndpoint;
const PREDICTIONS = `predictions/parts/${logKey('2026-11-20T10:00:00Z')}`;
const OUTCOMES = `outcomes/parts/${logKey('2026-11-20T20:00:00Z')}`;
const ROWS = Array.from({ length: 200 }, (_, row) =>
  prediction({ recordId: `part-${row}`, score: row % 4 === 0 ? 0.8 : 0.2, decision: row % 4 === 0 }),
);
const TRUTH = ROWS.map(({ inferenceId }, row) => outcome(inferenceId, { actual: row % 4 === 0 ? 'yes' : 'no' }));
const list = (keys: string[]) =>
  `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}<IsTruncated>false</IsTruncated></ListBucketResult>`;

function answer({ path, query }: WireRequest) {
  const prefix = query.get('prefix') ?? '';
  if (query.get('list-type'))
    return { body: list([PREDICTIONS, OUTCOMES].filter((key) => prefix !== '' && key.startsWith(prefix))) };
  if (path === `/lake/${PREDICTIONS}`) return { body: lines(ROWS) };
  if (path === `/outcomes/${OUTCOMES}`) return { body: lines(TRUTH) };
  return {};
}

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(answer);
  Object.assign(process.env, {
    PREDICTIONS_URI: 's3://lake/predictions/parts',
    OUTCOMES_URI: 's3://outcomes/outcomes/parts',
    MONITORING_URI: 's3://lake/monitoring/parts',
    MINIMUM_ROWS: '100',
    SIGNAL_NAMESPACE: 'tested',
  });
});
afterAll(() => endpoint.stop());
beforeEach(() => {
  endpoint.requests.length = 0;
});

test('over the wire, a look joins outcomes with predictions, keeps its report once, and publishes its finding', async () => {
  const { handler } = await import('../../../../lambda/model-monitoring/measure-quality/handler');

  expect(await handler({ time: '2026-11-21T04:00:00Z' }, context)).toMatchObject({
    time: '2026-11-21T04:00:00Z',
    verdict: 'holds',
    sentence: expect.stringContaining('200 outcomes, version 1'),
  });

  const report = endpoint.requests.find(({ method }) => method === 'PUT');
  expect(report?.path).toBe('/lake/monitoring/parts/quality/2026-11-21T04:00:00Z.json');
  expect(endpoint.requests.at(-1)?.body.toString()).toContain('ModelQuality');
});

test('over the wire, the end of a deployment is a heartbeat and no look', async () => {
  const { handler } = await import('../../../../lambda/model-monitoring/measure-quality/handler');
  const ids = { StackId: 's', RequestId: 'r', LogicalResourceId: 'l' };

  await handler({ RequestType: 'Create', ResponseURL: `${endpoint.url}/answer`, ...ids }, context);

  const [beat, told, ...others] = endpoint.requests;
  expect(beat?.body.toString()).toContain('QualityMonitorRows');
  expect(told).toMatchObject({ method: 'PUT', path: '/answer' });
  expect(others).toEqual([]);
});

import { AwsEndpoint, context, type WireRequest } from '../../aws-endpoint';
import { lines, logKey, prediction } from '../../model-monitoring/fake-lake';

let endpoint: AwsEndpoint;
const PREDICTIONS = `predictions/parts/${logKey('2026-11-10T10:00:00Z')}`;
const ROWS = [prediction({ recordId: 'a' }), prediction({ recordId: 'b' })];
const COST = {
  ResultsByTime: [
    {
      Groups: [{ Keys: ['ml:phase$serving', 'AWS Lambda'], Metrics: { UnblendedCost: { Amount: '2', Unit: 'USD' } } }],
    },
  ],
};

function answer({ path, query, headers, body }: WireRequest) {
  const target = String(headers['x-amz-target'] ?? '');
  if (target === 'AWSInsightsIndexService.GetCostAndUsage') {
    const isBill = JSON.parse(body.toString()).GroupBy.length === 2;
    return { body: JSON.stringify(isBill ? COST : { ResultsByTime: [] }) };
  }
  if (target !== '') return { body: '{}' };
  const prefix = query.get('prefix') ?? '';
  if (query.get('list-type')) {
    const keys = [PREDICTIONS].filter((key) => prefix !== '' && key.startsWith(prefix));
    return {
      body: `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}<IsTruncated>false</IsTruncated></ListBucketResult>`,
    };
  }
  return path === `/lake/${PREDICTIONS}` ? { body: lines(ROWS) } : {};
}

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(answer);
  Object.assign(process.env, {
    COST_TAGS: '{"ml:project":"parts","ml:environment":"sandbox"}',
    PHASE_TAG: 'ml:phase',
    BILLING_VIEW: 'arn:aws:billing::111111111111:billingview/primary',
    PREDICTIONS_URI: 's3://lake/predictions/parts',
    OUTCOMES_URI: 's3://outcomes/outcomes/parts',
    REVIEWS_URI: 's3://lake/monitoring/parts/cost-reviews',
    SIGNAL_NAMESPACE: 'tested',
  });
});
afterAll(() => endpoint.stop());

test('over the wire, the week and the month are reviewed, kept and published', async () => {
  const { handler } = await import('../../../../lambda/governance/review-cost/handler');

  await handler({ time: '2026-11-18T06:00:00Z' }, context);

  const kept = endpoint.requests.filter(({ method }) => method === 'PUT');
  expect(kept.map(({ path }) => path)).toEqual([
    '/lake/monitoring/parts/cost-reviews/2026-11-09_2026-11-16.json',
    '/lake/monitoring/parts/cost-reviews/2026-11-01_2026-11-18.json',
  ]);
  expect(JSON.parse(kept[0]?.body.toString() ?? '')).toMatchObject({
    use: { predictions: { value: 2 } },
    costPerPrediction: { value: { amount: '1.000000', currency: 'USD' } },
  });
  expect(endpoint.requests.at(-1)?.body.toString()).toContain('CostPerPrediction');
  const asked = endpoint.requests.filter(({ headers }) => /InsightsIndex/.test(String(headers['x-amz-target'])));
  expect(asked).toHaveLength(10);
});

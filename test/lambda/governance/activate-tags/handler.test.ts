import { TAG_KEYS } from '../../../../lib/config/cost-tags';
import { AwsEndpoint, context } from '../../aws-endpoint';

let endpoint: AwsEndpoint;
const active = new Set<string>();

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(({ headers, body }) => {
    const [, operation] = String(headers['x-amz-target'] ?? '').split('.');
    if (operation === 'ListCostAllocationTags')
      return json({
        CostAllocationTags: TAG_KEYS.map((TagKey) => ({
          TagKey,
          Type: 'UserDefined',
          Status: active.has(TagKey) ? 'Active' : 'Inactive',
        })),
      });
    if (operation === 'UpdateCostAllocationTagsStatus') {
      for (const { TagKey } of JSON.parse(body.toString()).CostAllocationTagsStatus) active.add(TagKey);
      return json({ Errors: [] });
    }
    // CloudWatch's answer to PutMetricData is empty.
    return {};
  });
  Object.assign(process.env, { TAG_KEYS: TAG_KEYS.join(','), SIGNAL_NAMESPACE: 'lifecycle-sandbox' });
});
afterAll(() => endpoint.stop());

function json(value: object) {
  return { headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(value) };
}

test('over the wire, whatever the event, the keys are activated once and the count is published each time', async () => {
  const { handler } = await import('../../../../lambda/governance/activate-tags/handler');

  const answers = [await handler({}, context), await handler(undefined, context)];

  expect(answers.map(({ words }) => words)).toEqual(['All cost tags are active.', 'All cost tags are active.']);
  expect([...active]).toEqual([...TAG_KEYS]);
  const targets = endpoint.requests.map(({ headers }) => String(headers['x-amz-target'] ?? '').split('.')[1]);
  expect(targets.filter((target) => target === 'UpdateCostAllocationTagsStatus')).toHaveLength(1);
  expect(endpoint.requests).toHaveLength(5);
});

import { CostExplorerClient, CostExplorerServiceException } from '@aws-sdk/client-cost-explorer';
import { MeteredCostExplorer } from '../../../../lambda/governance/review-cost/metered-cost-explorer';
import { readCosts } from '../../../../lambda/governance/review-cost/read-costs';
import { stubClient } from '../../stub-client';
import { fakeExplorer, type Group, QUESTION } from './fake-explorer';

const group = (phase: string, service: string, amount: string): Group => ({
  keys: [`ml:phase$${phase}`, service],
  amount,
});
const TRAINING = group('training', 'Amazon SageMaker', '0.1');

test('a review with a bill of two pages makes six requests, and says so', async () => {
  const { explorer, sent } = fakeExplorer({ costs: [[TRAINING], [TRAINING]] });

  const costs = await readCosts(explorer, QUESTION);

  expect(costs.requests).toBe(6);
  expect(sent).toHaveLength(6);
  expect(costs.lines).toHaveLength(2);
  expect(costs.former.value).toEqual([]);
});

test('a page is asked for with the same parameters as the one before, but for the token', async () => {
  const { explorer, sent } = fakeExplorer({ costs: [[TRAINING], [TRAINING], [TRAINING]] });

  await readCosts(explorer, QUESTION);

  const [first, ...others] = sent.filter(({ input }) => input.GroupBy?.length === 2).map(({ input }) => input);
  expect(others.map(({ NextPageToken }) => NextPageToken)).toEqual(['1', '2']);
  for (const { NextPageToken: _, ...question } of others) expect(question).toEqual(first);
});

test('what no request is left for is null with the reason, the bill itself is complete', async () => {
  const { explorer, sent } = fakeExplorer({ costs: [[TRAINING], [TRAINING], [TRAINING]] });

  const { lines, former, recordTypes, requests } = await readCosts(explorer, QUESTION);

  expect([lines.length, requests, sent.length]).toEqual([3, 6, 6]);
  expect(recordTypes.value).toEqual([]);
  expect(former).toEqual({ value: null, reason: expect.stringContaining('more than the 6 Cost Explorer requests') });
});

test('a bill that needs more pages than there are requests fails instead of being too small', async () => {
  const { explorer, sent } = fakeExplorer({ costs: Array.from({ length: 7 }, () => [TRAINING]) });

  await expect(readCosts(explorer, QUESTION)).rejects.toThrow('more than the 6 Cost Explorer requests');
  expect(sent).toHaveLength(6);
});

test('requests that the SDK repeated are counted, since each may cost', async () => {
  const { client } = stubClient(new CostExplorerClient({}), {
    GetCostAndUsage: () => ({ ResultsByTime: [], $metadata: { attempts: 2 } }),
    ListCostAllocationTags: () => ({ CostAllocationTags: [], $metadata: { attempts: 1 } }),
  });

  const costs = await readCosts(new MeteredCostExplorer(client), QUESTION);

  expect(costs.requests).toBe(7);
  expect(costs.former.value).toBeNull();
});

test('only costs with both tags are ours; untagged is what has no project tag, whoever it belongs to', async () => {
  const { explorer, sent } = fakeExplorer();

  await readCosts(explorer, { ...QUESTION, billingView: 'arn:aws:billing::111111111111:billingview/primary' });

  const filters = sent.filter(({ command }) => command === 'GetCostAndUsage').map(({ input }) => input);
  expect(filters[0]).toEqual({
    TimePeriod: { Start: '2026-10-01', End: '2026-11-01' },
    Granularity: 'MONTHLY',
    Metrics: ['UnblendedCost'],
    Filter: {
      And: [
        { Tags: { Key: 'ml:project', Values: ['parts'] } },
        { Tags: { Key: 'ml:environment', Values: ['sandbox'] } },
      ],
    },
    GroupBy: [
      { Type: 'TAG', Key: 'ml:phase' },
      { Type: 'DIMENSION', Key: 'SERVICE' },
    ],
    BillingViewArn: 'arn:aws:billing::111111111111:billingview/primary',
  });
  expect(filters[1]?.Filter).toEqual({ Tags: { Key: 'ml:project', MatchOptions: ['ABSENT'] } });
  expect(filters.at(-1)?.TimePeriod).toEqual({ Start: '2026-08-31', End: '2026-10-01' });
});

test('a tag value is what stands after the first $, and an empty one is no phase', async () => {
  const { explorer } = fakeExplorer({ costs: [[group('a$b', 'AWS Lambda', '1'), group('', 'AWS Lambda', '2')]] });

  const { lines } = await readCosts(explorer, QUESTION);

  expect(lines.map(({ phase }) => phase)).toEqual(['a$b', '']);
});

test('a group without an amount fails instead of costing nothing', async () => {
  const { client } = stubClient(new CostExplorerClient({}), {
    GetCostAndUsage: () => ({
      ResultsByTime: [{ Groups: [{ Keys: ['ml:phase$serving', 'AWS Lambda'], Metrics: {} }] }],
    }),
  });

  await expect(readCosts(new MeteredCostExplorer(client), QUESTION)).rejects.toThrow(
    'no UnblendedCost for ml:phase$serving, AWS Lambda',
  );
});

test('an account that may not see which tags are active is told so; any other refusal fails', async () => {
  const refusal = (name: string) =>
    new CostExplorerServiceException({ name, $fault: 'client', $metadata: { attempts: 1 }, message: 'linked account' });
  const linked = fakeExplorer({ tags: refusal('AccessDeniedException') });
  const limited = fakeExplorer({ tags: refusal('LimitExceededException') });

  const { tagStates, requests } = await readCosts(linked.explorer, QUESTION);

  expect(tagStates).toEqual({ value: null, reason: expect.stringContaining('pays the bill') });
  expect(requests).toBe(5);
  await expect(readCosts(limited.explorer, QUESTION)).rejects.toThrow('linked account');
});

test('each key is active, inactive or unseen', async () => {
  const { explorer } = fakeExplorer({
    tags: [
      { TagKey: 'ml:project', Status: 'Active' },
      { TagKey: 'ml:phase', Status: 'Inactive' },
    ],
  });

  const { tagStates } = await readCosts(explorer, QUESTION);

  expect(tagStates.value?.map(({ key, state }) => [key, state])).toEqual([
    ['ml:project', 'active'],
    ['ml:environment', 'unseen'],
    ['ml:phase', 'inactive'],
  ]);
});

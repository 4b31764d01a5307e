import {
  CostExplorerClient,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandInput,
  ListCostAllocationTagsCommand,
  UpdateCostAllocationTagsStatusCommand,
} from '@aws-sdk/client-cost-explorer';
import { RunningService } from '../running-service';

let service: RunningService;
let client: CostExplorerClient;

beforeEach(async () => {
  service = await RunningService.start();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new CostExplorerClient({ endpoint: service.service.url, region: 'us-east-1', credentials, maxAttempts: 1 });
});

afterEach(async () => {
  client.destroy();
  await service.close();
});

const OCTOBER = { Start: '2026-10-01', End: '2026-11-01' };
const SANDBOX = { Tags: { Key: 'ml:environment', Values: ['sandbox'] } };
const PHASE_AND_SERVICE = [
  { Type: 'TAG' as const, Key: 'ml:phase' },
  { Type: 'DIMENSION' as const, Key: 'SERVICE' },
];
const ask = (more: Partial<GetCostAndUsageCommandInput> = {}) =>
  client.send(
    new GetCostAndUsageCommand({
      TimePeriod: OCTOBER,
      Granularity: 'MONTHLY',
      Metrics: ['UnblendedCost'],
      Filter: SANDBOX,
      ...more,
    }),
  );

test('without a grouping the total is answered, with one it is empty', async () => {
  const { ResultsByTime: [whole] = [] } = await ask();
  const { ResultsByTime: [grouped] = [] } = await ask({ GroupBy: [{ Type: 'DIMENSION', Key: 'RECORD_TYPE' }] });

  expect(whole).toMatchObject({
    TimePeriod: OCTOBER,
    Total: { UnblendedCost: { Amount: '5.4399783695', Unit: 'USD' } },
    Groups: [],
    Estimated: false,
  });
  expect(grouped).toMatchObject({
    Total: {},
    Groups: [
      { Keys: ['Credit'], Metrics: { UnblendedCost: { Amount: '-0.5000000000', Unit: 'USD' } } },
      { Keys: ['Usage'], Metrics: { UnblendedCost: { Amount: '5.9399783695' } } },
    ],
  });
});

test('groups come on pages: each of them once, tags as name$value and an absent tag as name$', async () => {
  const first = await ask({ GroupBy: PHASE_AND_SERVICE });
  const second = await ask({ GroupBy: PHASE_AND_SERVICE, NextPageToken: first.NextPageToken });

  const keys = [first, second].flatMap(({ ResultsByTime: [result] = [] }) =>
    (result?.Groups ?? []).map(({ Keys }) => Keys),
  );
  expect(first.NextPageToken).toBeDefined();
  expect(second.NextPageToken).toBeUndefined();
  expect(keys).toHaveLength(16);
  expect(new Set(keys.map(String)).size).toBe(16);
  expect(keys).toContainEqual(['ml:phase$', 'AmazonCloudWatch']);
  expect(keys).toContainEqual(['ml:phase$training', 'Amazon SageMaker']);
});

test('a page is refused when anything but the token changed, and so is a token that was never given', async () => {
  const { NextPageToken } = await ask({ GroupBy: PHASE_AND_SERVICE });

  await expect(ask({ GroupBy: PHASE_AND_SERVICE, NextPageToken, Filter: undefined })).rejects.toThrow(
    expect.objectContaining({ name: 'RequestChangedException' }),
  );
  await expect(ask({ GroupBy: PHASE_AND_SERVICE, NextPageToken: 'none' })).rejects.toThrow(
    expect.objectContaining({ name: 'InvalidNextTokenException' }),
  );
});

test('an absent tag finds what nobody tagged, and no more than two groupings or one operator are taken', async () => {
  const Filter = { Tags: { Key: 'ml:project', MatchOptions: ['ABSENT' as const] } };
  const { ResultsByTime: [untagged] = [] } = await ask({ Filter });

  expect(untagged?.Total?.UnblendedCost?.Amount).toBe('12.9700000000');
  const three = [...PHASE_AND_SERVICE, { Type: 'DIMENSION' as const, Key: 'RECORD_TYPE' }];
  await expect(ask({ GroupBy: three })).rejects.toThrow(expect.objectContaining({ name: 'ValidationException' }));
  await expect(ask({ Filter: { ...SANDBOX, ...{ Not: SANDBOX } } })).rejects.toThrow(
    expect.objectContaining({ name: 'ValidationException' }),
  );
});

test('a period over two months is answered by month, and what is not closed is estimated', async () => {
  const TimePeriod = { Start: '2026-10-26', End: '2026-11-04' };
  const { ResultsByTime = [] } = await ask({ TimePeriod });

  expect(ResultsByTime.map(({ TimePeriod: span, Estimated }) => [span, Estimated])).toEqual([
    [{ Start: '2026-10-26', End: '2026-11-01' }, false],
    [{ Start: '2026-11-01', End: '2026-11-04' }, true],
  ]);
  expect(ResultsByTime[1]?.Total?.UnblendedCost?.Amount).toBe('0.0600000000');
});

test('activating tags tells per key which one no bill has met, and the list shows what became of the others', async () => {
  const update = new UpdateCostAllocationTagsStatusCommand({
    CostAllocationTagsStatus: [
      { TagKey: 'ml:owner', Status: 'Active' },
      { TagKey: 'ml:model', Status: 'Active' },
    ],
  });
  const { Errors } = await client.send(update);
  const { CostAllocationTags } = await client.send(
    new ListCostAllocationTagsCommand({ TagKeys: ['ml:owner', 'ml:model'] }),
  );

  expect(Errors).toEqual([expect.objectContaining({ TagKey: 'ml:model', Message: 'Tag keys not found' })]);
  expect(CostAllocationTags).toEqual([{ TagKey: 'ml:owner', Type: 'UserDefined', Status: 'Active' }]);
});

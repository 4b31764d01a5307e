import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { TAG_KEYS } from '../../../../lib/config/cost-tags';
import { failure, givenBilling } from './given-billing';

const ALL = [...TAG_KEYS].sort();
const LINKED = "Failed to list Cost Allocation Tags: Linked account doesn't have access to cost allocation tags.";

test('keys that AWS has met are activated, and none is left', async () => {
  const { look, active, published } = givenBilling();

  expect(await look()).toEqual({
    active: [...TAG_KEYS],
    unmet: [],
    refused: [],
    words: 'All cost tags are active.',
  });
  expect(active()).toEqual(ALL);
  expect(published).toEqual([0]);
});

test('with all keys active nothing is asked for', async () => {
  const { look, asked, published } = givenBilling({ active: TAG_KEYS });

  expect((await look()).active).toEqual([...TAG_KEYS]);
  expect(asked()).toEqual([]);
  expect(published).toEqual([0]);
});

test('only what is inactive is asked for, and nobody else’s keys', async () => {
  const { look, asked } = givenBilling({ active: ['ml:phase'] });

  await look();

  expect(asked().map(({ input }) => input)).toEqual([
    {
      CostAllocationTagsStatus: TAG_KEYS.filter((key) => key !== 'ml:phase').map((TagKey) => ({
        TagKey,
        Status: 'Active',
      })),
    },
  ]);
});

test('on the day of the first deployment AWS has met no key: that is counted and said, and asks nobody to click', async () => {
  const { look, asked, published } = givenBilling({ met: [] });

  const { unmet, refused, words } = await look();

  expect({ unmet, refused }).toEqual({ unmet: [...TAG_KEYS], refused: [] });
  expect(words).toMatch(/takes up to a day: tomorrow’s look asks again\.$/);
  expect(words).not.toMatch(/chooses Activate/);
  expect(asked()).toEqual([]);
  expect(published).toEqual([6]);
});

test('keys that AWS has met are activated although others are not met yet', async () => {
  const { look, active, published } = givenBilling({ met: ['ml:phase', 'ml:owner'] });

  expect(await look()).toMatchObject({ active: ['ml:phase', 'ml:owner'], refused: [] });
  expect(active()).toEqual(['ml:owner', 'ml:phase']);
  expect(published).toEqual([4]);
});

test('a key that AWS refuses in its answer is named with the reason, and the others are active', async () => {
  const { look, published } = givenBilling({ refused: { 'ml:owner': 'the limit of 500 keys is reached' } });

  const { active, refused, words } = await look();

  expect(active).toEqual(TAG_KEYS.filter((key) => key !== 'ml:owner'));
  expect(refused).toEqual(['ml:owner']);
  expect(words).toMatch(
    /“the limit of 500 keys is reached”.*Cost allocation tags.*marks ml:owner and chooses Activate/,
  );
  expect(published).toEqual([1]);
});

test.each([
  ['see', { onList: () => failure('AccessDeniedException', LINKED) }],
  ['change', { onUpdate: () => failure('AccessDeniedException', LINKED) }],
])(
  'where another account pays and ours may not %s the keys, somebody there is told what to click, and how to end it here',
  async (_, billing) => {
    const { look, published } = givenBilling(billing);

    const { refused, words } = await look();

    expect(refused).toEqual([...TAG_KEYS]);
    expect(words).toMatch(/Another account pays for this one/);
    for (const key of TAG_KEYS) expect(words).toContain(key);
    expect(words).toMatch(/opens Billing and Cost Management, Cost allocation tags.*chooses Activate/);
    expect(words).toMatch(/set governance\.activateTags to false afterwards, and deploy/);
    expect(published).toEqual([6]);
  },
);

test('what was active before stays counted when the rest is refused', async () => {
  const { look, published } = givenBilling({
    active: ['ml:project'],
    onUpdate: () => failure('AccessDeniedException', LINKED),
  });

  expect((await look()).active).toEqual(['ml:project']);
  expect(published).toEqual([5]);
});

test('any other denial is quoted, and asks somebody who may manage billing', async () => {
  const { look } = givenBilling({
    onList: () => failure('AccessDeniedException', 'not authorized with an explicit deny in a service control policy'),
  });

  const { words } = await look();

  expect(words).toMatch(/^AWS refused \(“not authorized with an explicit deny.*somebody who may manage billing opens/);
  expect(words).not.toMatch(/Another account/);
});

test.each(['LimitExceededException', 'InternalServerException'])(
  '%s is left to the retries, and nothing is published as if it were known',
  async (name) => {
    const { look, published } = givenBilling({ onList: () => failure(name, 'later') });

    await expect(look()).rejects.toThrow('later');
    expect(published).toEqual([]);
  },
);

test.each(['us-east-1', 'eu-central-1', 'ap-southeast-2'])(
  'from %s the SDK asks where AWS keeps costs: in us-east-1',
  (region) => {
    const { url, properties } = new CostExplorerClient({ region }).config.endpointProvider({ Region: region });

    expect(url.hostname).toBe('ce.us-east-1.amazonaws.com');
    expect(properties?.authSchemes).toMatchObject([{ signingRegion: 'us-east-1' }]);
  },
);

import dataset from 'dataset-description';
import fc from 'fast-check';
import type { Use } from '../../../../lambda/governance/review-cost/count-use';
import { KINDS } from '../../../../lambda/governance/review-cost/kind-of-phase';
import { readCosts } from '../../../../lambda/governance/review-cost/read-costs';
import { review } from '../../../../lambda/governance/review-cost/review';
import { reviewJson } from '../../../../lambda/governance/review-cost/review-json';
import { PHASES } from '../../../../lib/config/cost-tags';
import { type Bill, fakeExplorer, type Group, QUESTION } from './fake-explorer';

const GOAL = { ...dataset.businessGoal, currency: 'USD' };
const USE: Use = {
  predictions: { value: 4000 },
  users: { value: 100 },
  outcomes: { value: 4 },
  // One of each outcome: 60 - 10 + 0 - 100.
  joined: [{ version: 'v1', rows: { actual: [1, 0, 0, 1], predicted: [1, 1, 0, 0], score: [0.9, 0.8, 0.2, 0.1] } }],
  inService: 'v1',
};
const UNUSED: Use = { predictions: { value: 0 }, users: { value: 0 }, outcomes: { value: 0 }, joined: [] };
const group = (phase: string, service: string, amount: string, currency?: string): Group => ({
  keys: [`ml:phase$${phase}`, service],
  amount,
  ...(currency && { currency }),
});
const of = async (bill: Bill, use = USE, goal = GOAL) =>
  review(QUESTION.period, await readCosts(fakeExplorer(bill).explorer, QUESTION), use, goal);
const usd = (micros: bigint) => ({ currency: 'USD', micros });

test('costs are summed by phase, by service and by what they are for, exactly', async () => {
  const { total, byPhase, byService, byKind } = await of({
    costs: [
      [
        group('training', 'Amazon SageMaker', '0.0000004'),
        group('training', 'AWS Lambda', '0.0000004'),
        group('serving', 'Amazon SageMaker', '2.5'),
        group('foundation', 'AWS KMS', '1'),
        group('', 'AWS Lambda', '0.25'),
      ],
    ],
  });

  // Each part of training rounds to nothing, together they are a micro-unit.
  expect(total).toEqual(usd(3_750_001n));
  expect(byPhase.map(({ name, kind, cost }) => [name, kind, cost.micros])).toEqual([
    ['serving', 'running', 2_500_000n],
    ['foundation', 'shared', 1_000_000n],
    ['', 'shared', 250_000n],
    ['training', 'development', 1n],
  ]);
  expect(byService.map(({ name, cost }) => [name, cost.micros])).toEqual([
    ['Amazon SageMaker', 2_500_000n],
    ['AWS KMS', 1_000_000n],
    ['AWS Lambda', 250_000n],
  ]);
  expect(byKind).toEqual({ development: usd(1n), running: usd(2_500_000n), shared: usd(1_250_000n) });
});

test('any paging of the same groups gives the same review, with the sums of a plain addition', async () => {
  const amount = fc.record({
    whole: fc.integer({ min: -99, max: 999 }),
    parts: fc.integer({ min: 0, max: 999_999_999 }),
  });
  const groups = fc.array(
    fc.record({ phase: fc.constantFrom('', ...PHASES), service: fc.constantFrom('S3', 'Glue'), amount }),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(groups, fc.integer({ min: 1, max: 12 }), async (given, perPage) => {
      const all = given.map(({ phase, service, amount: { whole, parts } }) =>
        group(phase, service, `${whole}.${String(parts).padStart(9, '0')}`),
      );
      // Two pages at most: then every other question is still asked.
      const size = Math.max(perPage, Math.ceil(all.length / 2));
      const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.slice(at * size, (at + 1) * size),
      );
      const [one, many] = [await of({ costs: [all] }), await of({ costs: pages })];

      const { costExplorer: first, ...once } = one;
      const { costExplorer: second, ...paged } = many;
      expect(paged).toEqual(once);
      expect(second.requests - first.requests).toBe(pages.length - 1);
      const billionths = given.reduce(
        (sum, { amount: { whole, parts } }) =>
          sum + BigInt(whole) * 1_000_000_000n + (whole < 0 ? -BigInt(parts) : BigInt(parts)),
        0n,
      );
      const off = one.total.micros * 1000n - billionths;
      expect(off <= 500n && off >= -500n).toBe(true);
    }),
  );
});

test('credits lower what was billed and are shown on their own', async () => {
  const { total, byRecordType } = await of({
    costs: [[group('serving', 'Amazon SageMaker', '-0.5')]],
    recordTypes: [
      [
        { keys: ['Usage'], amount: '1.5' },
        { keys: ['Credit'], amount: '-2' },
      ],
    ],
  });

  expect(total).toEqual(usd(-500_000n));
  expect(byRecordType.value).toEqual([
    { name: 'Usage', cost: usd(1_500_000n) },
    { name: 'Credit', cost: usd(-2_000_000n) },
  ]);
});

test('amounts in another currency than the first are in no sum and not lost', async () => {
  const { currency, total, byPhase, otherCurrencies } = await of({
    costs: [[group('serving', 'S3', '1'), group('training', 'S3', '7', 'CNY'), group('serving', 'Glue', '2', 'CNY')]],
  });

  expect([currency, total]).toEqual(['USD', usd(1_000_000n)]);
  expect(byPhase.map(({ name }) => name)).toEqual(['serving']);
  expect(otherCurrencies).toEqual([{ currency: 'CNY', micros: 9_000_000n }]);
});

test('running cost is spread over predictions and users, and the value earned is set against all cost', async () => {
  const { costPerPrediction, costPerUser, earned, returnOnInvestment, reached, developmentAgainstRunning } = await of({
    costs: [[group('serving', 'S3', '2'), group('training', 'S3', '3')]],
  });

  expect(costPerPrediction).toEqual({ value: usd(500n), perThousand: usd(500_000n), micros: 500 });
  expect(costPerUser).toMatchObject({ value: usd(20_000n) });
  expect(earned.value?.matrix).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(earned.value?.value).toEqual(usd(-50_000_000n));
  // (-50 - 5) / 5
  expect(returnOnInvestment).toEqual({ value: -11 });
  expect(reached.rocAuc).toEqual({ value: 0.5 });
  expect(developmentAgainstRunning.share).toEqual({ value: 0.6 });
});

test('what is undefined is null with a reason, never zero', async () => {
  const nothing = await of({}, UNUSED);

  for (const value of [
    nothing.costPerPrediction,
    nothing.costPerUser,
    nothing.earned,
    nothing.returnOnInvestment,
    nothing.trend.change,
    nothing.reached.rocAuc,
    nothing.developmentAgainstRunning.share,
  ])
    expect(value).toEqual({ value: null, reason: expect.stringMatching(/^\w/) });
  expect(nothing.total).toEqual(usd(0n));
  // Value in one currency and cost in another give no return.
  const { returnOnInvestment } = await of({ costs: [[group('serving', 'S3', '2')]] }, USE, {
    ...GOAL,
    currency: 'EUR',
  });
  expect(returnOnInvestment).toEqual({ value: null, reason: 'the value is in EUR, the bill in USD' });
});

test('a log that was not read to its end gives no cost per prediction', async () => {
  const unknown = { value: null, reason: 'the log is too long' };
  const { costPerPrediction } = await of({}, { ...USE, predictions: unknown });

  expect(costPerPrediction).toEqual(unknown);
});

test('the trend compares with the days before, and a phase that costs nothing any more is still shown', async () => {
  const { trend, byPhase } = await of({
    costs: [[group('serving', 'S3', '3')]],
    former: [
      [
        { keys: ['ml:phase$serving'], amount: '1' },
        { keys: ['ml:phase$training'], amount: '1' },
      ],
    ],
  });

  expect(trend).toEqual({
    former: { from: '2026-08-31', to: '2026-10-01' },
    total: { value: usd(2_000_000n) },
    change: { value: 0.5 },
  });
  expect(byPhase.map(({ name, cost, former }) => [name, cost.micros, former.value?.micros])).toEqual([
    ['serving', 3_000_000n, 1_000_000n],
    ['training', 0n, 1_000_000n],
  ]);
});

test('a person is told what to click for tags that are not active', async () => {
  const { advice } = await of({
    tags: [
      { TagKey: 'ml:project', Status: 'Active' },
      { TagKey: 'ml:phase', Status: 'Inactive' },
    ],
  });

  expect(advice).toHaveLength(2);
  expect(advice[0]).toMatch(/^Not active.*: ml:phase\. Tick it and press "Activate" in the account that pays/);
  expect(advice[1]).toMatch(/^Not met on any bill yet: ml:environment\./);
  expect((await of({})).advice).toEqual([]);
});

test('a review says how many requests it made and what they cost', async () => {
  const { costExplorer } = await of({});

  expect(costExplorer).toEqual({ requests: 5, cost: usd(50_000n) });
});

test('JSON holds money as decimal text', async () => {
  const json = JSON.parse(reviewJson(await of({ costs: [[group('serving', 'S3', '2.0000004')]] })));

  expect(json.total).toEqual({ amount: '2.000000', currency: 'USD' });
  expect(json.costPerPrediction).toEqual({
    value: { amount: '0.000500', currency: 'USD' },
    perThousand: { amount: '0.500000', currency: 'USD' },
    micros: 500,
  });
});

test('every phase that is said to develop or to run is one', () => {
  expect(Object.keys(KINDS).filter((phase) => !PHASES.some((each) => each === phase))).toEqual([]);
});

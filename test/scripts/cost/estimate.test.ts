import { type DecimalAmount, type Money, moneyFromDecimal, sumDecimals } from '../../../lib/metrics';
import { asJson } from '../../../scripts/cost/as-json';
import { type Estimate, estimate } from '../../../scripts/cost/estimate';
import { inWords } from '../../../scripts/cost/in-words';
import { priceTable } from '../../../scripts/cost/price-table';
import type { Assembly } from '../../../scripts/proof/assembly';
import { ASSEMBLIES } from '../../proof/broken';
import { changed } from './templates';

const TABLE = priceTable('us-east-1');
const SANDBOX = estimate('sandbox', ASSEMBLIES.sandbox, TABLE);
const PRODUCTION = estimate('production', ASSEMBLIES.production, TABLE);
const dollars = (amount: string) => moneyFromDecimal({ amount, currency: 'USD' });
const isBelow = (money: Money, limit: string) => money.micros < dollars(limit).micros;

interface BillJson {
  readonly full: DecimalAmount;
  readonly afterAlwaysFree: DecimalAmount;
  readonly lines: readonly { readonly amount: string }[];
  readonly alwaysFree: readonly { readonly allowance: string; readonly quantity: string; readonly amount: string }[];
}

function billsOf(found: Estimate): { readonly idleMonth: BillJson; readonly pass: BillJson } {
  const { idleMonth, pass } = JSON.parse(asJson(found));
  return { idleMonth, pass };
}

/** What this product promises of its sandbox. */
function broken({ idle, pass }: Estimate): string[] {
  const limits: [string, boolean][] = [
    ['idle with the always-free tier', isBelow(idle.afterFree, '5')],
    ['idle without it', isBelow(idle.full, '10')],
    ['one pass', isBelow(pass.full, '0.50')],
  ];
  return limits.flatMap(([limit, holds]) => (holds ? [] : [limit]));
}

test('an idle sandbox costs below 5 USD a month with the always-free tier, below 10 without; a pass below 0.50', () => {
  expect(broken(SANDBOX)).toEqual([]);
});

test.each<[string, (assembly: Assembly) => Assembly, string[]]>([
  [
    'the real-time endpoint is on at first',
    (assembly) =>
      changed(assembly, 'Serving', ({ Parameters }) => {
        Parameters.RealTime.Default = 'on';
      }),
    ['idle with the always-free tier', 'idle without it'],
  ],
  [
    'a NAT gateway is added',
    (assembly) =>
      changed(assembly, 'Foundation', ({ Resources }) => {
        Resources.Nat = { Type: 'AWS::EC2::NatGateway' };
      }),
    ['idle with the always-free tier', 'idle without it'],
  ],
  [
    '15 alarms are added',
    (assembly) =>
      changed(assembly, 'Operations', ({ Resources }) => {
        for (let place = 0; place < 15; place++) Resources[`More${place}`] = { Type: 'AWS::CloudWatch::Alarm' };
      }),
    ['idle with the always-free tier'],
  ],
  [
    'Spark runs on six times as many workers',
    (assembly) =>
      changed(assembly, 'DataPreparation', ({ Resources }) => {
        for (const resource of Object.values<{ Type: string; Properties: { NumberOfWorkers: number } }>(Resources))
          if (resource.Type === 'AWS::Glue::Job') resource.Properties.NumberOfWorkers *= 6;
      }),
    ['one pass'],
  ],
])('a sandbox is over its limit when %s', (_, change, over) => {
  expect(broken(estimate('sandbox', change(ASSEMBLIES.sandbox), TABLE))).toEqual(over);
});

test.each([
  ['sandbox', SANDBOX],
  ['production', PRODUCTION],
])('nothing of %s is unpriced', (_, { unpriced }) => {
  expect(unpriced).toEqual([]);
});

test('every line goes back to a row of the price table', () => {
  const document = JSON.parse(asJson(PRODUCTION));
  const { idleMonth, pass, thousandPredictions } = document;
  const lines = [
    ...idleMonth.lines,
    ...pass.lines,
    ...thousandPredictions.way.lines,
    ...thousandPredictions.endpoints.flatMap((each: { standing: []; answering: [] }) => [
      ...each.standing,
      ...each.answering,
    ]),
  ];

  expect(lines.length).toBeGreaterThan(80);
  for (const { price, from, amount } of lines) {
    expect(TABLE.prices.get(price.id)).toMatchObject({ amount: price.amount, source: price.source });
    expect(from).not.toBe('');
    expect(amount).toMatch(/^\d+\.\d{12}$/);
  }
});

test('the lines of a bill, and what is free of them, add up to its sums, to the micro-unit', () => {
  for (const { lines, alwaysFree, full, afterAlwaysFree } of Object.values(billsOf(SANDBOX))) {
    const amounts = lines.map(({ amount }) => amount);
    const free = alwaysFree.map(({ amount }) => amount);

    expect(sumDecimals({ amounts, currency: 'USD' })).toEqual(moneyFromDecimal(full));
    expect(sumDecimals({ amounts: [...amounts, ...free], currency: 'USD' })).toEqual(moneyFromDecimal(afterAlwaysFree));
    expect(free.length).toBeGreaterThan(0);
  }
});

test('a pass takes only what an idle month leaves of an allowance', () => {
  const { idleMonth, pass } = billsOf(SANDBOX);
  const taken = (bill: BillJson, id: string) =>
    bill.alwaysFree.filter(({ allowance }) => allowance === id).map(({ quantity }) => quantity);

  // 20,000 are free; the schedules of a month take a few hundred, and the pass sends 5,000.
  expect(taken(idleMonth, 'free-kms-requests')).toHaveLength(1);
  expect(taken(pass, 'free-kms-requests')).toEqual(['5000']);
  // All 10 free alarms are taken by those that stand there.
  expect(taken(idleMonth, 'free-alarms')).toEqual(['10']);
  expect(taken(pass, 'free-alarms')).toEqual([]);
});

test('a pass names every step that costs something, each training job of the search too', () => {
  const names = SANDBOX.steps.map(({ name }) => name);

  expect(names).toEqual([
    'prepare data: JobsCurate',
    'prepare data: JobsBuildDatasets',
    'prepare data: states',
    'feature ingestion',
    'pipeline: TrainLinear',
    'pipeline: TuneTrees',
    'pipeline: ScoreLinear',
    'pipeline: ScoreValidation',
    'pipeline: ScoreTest',
    'pipeline: Evaluate',
    'pipeline: Assess',
    'approval and serving update',
    'smoke test',
    'monitors',
    'storage, keys and logs of all steps',
  ]);
  for (const { lines } of SANDBOX.steps) expect(lines.length).toBeGreaterThan(0);
  // 4 jobs of 4 minutes at 0.115 an hour.
  const search = SANDBOX.steps.find(({ name }) => name === 'pipeline: TuneTrees');
  expect(search?.lines[0]).toMatchObject({ what: '4 jobs on 1 × ml.m5.large', amount: '0.030666666667' });
});

test('a deployment over a fleet that stands pays for both until the alarms have watched', () => {
  const fleet = (each: Estimate) =>
    each.pass.lines.filter(({ what }) => what.startsWith('second fleet')).map(({ what }) => what);

  expect(fleet(SANDBOX)).toEqual([]);
  expect(fleet(PRODUCTION)).toEqual(['second fleet of 2 × ml.m5.large']);
});

test('the words hold both bills, every endpoint, and all assumptions for whoever asks', () => {
  const text = inWords(SANDBOX);

  expect(text).toContain("together, after the account's always-free tier");
  expect(text).toContain('real-time, 1 × ml.m5.large: 83.95 USD a month or 0.115 USD an hour, used or not');
  expect(text).toMatch(/is cheaper than serverless, 2048 MB, 0\.1 s from [\d,]+ a month/);
  expect(text).toContain('Nothing is unpriced.');
  expect(text).not.toContain('Assumed');
  expect(inWords(SANDBOX, true)).toContain('glueMinutes');
});

test('what is unpriced is named', () => {
  const more = changed(ASSEMBLIES.sandbox, 'Foundation', ({ Resources }) => {
    Resources.Stream = { Type: 'AWS::Kinesis::Stream' };
  });

  expect(inWords(estimate('sandbox', more, TABLE))).toMatch(
    /Unpriced, and in none of these sums: 1\n {2}AWS::Kinesis::Stream, Foundation\/Stream/,
  );
});

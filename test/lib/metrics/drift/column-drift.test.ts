import fc from 'fast-check';
import {
  type ColumnBaseline,
  categoryCounts,
  columnDrift,
  driftOf,
  EmptyInputError,
  histogramOf,
  missingRateChange,
  quantileEdges,
  worstColumn,
} from '../../../../lib/metrics';
import { allBins } from '../../../../lib/metrics/drift/all-bins';
import { SeededRandom } from '../../../../scripts/sample/seeded-random';

const RULES = { smallestDrift: 0.01, falseAlarmRate: 0.001 };
const LOAD = { name: 'load', edges: [10, 20], counts: [400, 400, 180], missing: 20 };
const COLOR = { name: 'color', categories: ['red', 'green', 'blue'], counts: [500, 300, 200, 0], missing: 10 };
const now = (counts: number[], missing = 0) => ({ counts, missing });

test('known values of a column of numbers, and all that a page draws', () => {
  const drift = columnDrift({ baseline: LOAD, now: now([90, 60, 40], 10), ...RULES });

  // SciPy 1.15.0: rel_entr both ways, summed; jensenshannon(…, base=2) squared; chi2.isf(0.001, 3) · (1/1000 + 1/200).
  expect(drift.psi).toBeCloseTo(0.06425329129737847, 14);
  expect(drift.jensenShannon).toBeCloseTo(0.011402182345569048, 14);
  expect(drift.limit).toBeCloseTo(0.09759741717742877, 12);
  expect(drift.ratio).toBeCloseTo(0.06425329129737847 / 0.09759741717742877, 11);
  // By hand, of 980 and 190 values: 90/190 − 400/980.
  expect(drift.kolmogorovSmirnov).toBeCloseTo(90 / 190 - 400 / 980, 14);
  expect(drift).toMatchObject({
    name: 'load',
    missingRate: { training: 0.02, now: 0.05 },
    edges: [10, 20],
    counts: { training: [400, 400, 180, 20], now: [90, 60, 40, 10] },
  });
});

test('known values of categories, which have no order and so no distance along it', () => {
  const drift = columnDrift({ baseline: COLOR, now: now([40, 80, 50, 25], 5), ...RULES });

  // SciPy 1.15.0 as above, four degrees of freedom; what nobody had seen before counts as half a row in the stability index.
  expect(drift.psi).toBeCloseTo(1.012852256430011, 13);
  expect(drift.jensenShannon).toBeCloseTo(0.11926140100811179, 13);
  expect(drift.limit).toBeCloseTo(0.11061812184659821, 12);
  expect(drift).toMatchObject({ kolmogorovSmirnov: null, categories: ['red', 'green', 'blue'] });
  expect(drift).not.toHaveProperty('edges');
});

test('values that nobody has seen before are drift, even when the known ones have not moved among themselves', () => {
  const values = [...new Array(100).fill('red'), ...new Array(60).fill('green'), ...new Array(40).fill('blue')];
  const { categories } = COLOR;
  const of = (rows: string[]) =>
    columnDrift({ baseline: COLOR, now: categoryCounts({ values: rows, categories }), ...RULES });

  expect(of(values).ratio).toBeLessThan(1);
  expect(of([...values, ...new Array(50).fill('pink')]).ratio).toBeGreaterThan(1);
});

test('a column that looks as it did has not moved', () => {
  expect(columnDrift({ baseline: LOAD, now: now([800, 800, 360], 40), ...RULES })).toMatchObject({
    ratio: 0,
    jensenShannon: 0,
    kolmogorovSmirnov: 0,
  });
});

test('with nothing but missing values there is no distance between values', () => {
  expect(columnDrift({ baseline: LOAD, now: now([0, 0, 0], 100), ...RULES }).kolmogorovSmirnov).toBeNull();
});

test('few rows need to be further apart than many, and a bin that nobody is in does not count', () => {
  const full = { ...LOAD, missing: 0 };
  const limit = (counts: number[], missing: number) =>
    columnDrift({ baseline: full, now: now(counts, missing), ...RULES }).limit;

  expect(limit([40, 40, 20], 0)).toBeGreaterThan(limit([4000, 4000, 2000], 0));
  expect(limit([40, 40, 19], 1)).toBeGreaterThan(limit([40, 40, 20], 0));
});

const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 3 });
const column = fc
  .record({ counts, missing: fc.integer({ min: 0, max: 100 }) })
  .filter((each) => allBins(each).some((rows) => rows > 0));

test('the ratio passes 1 exactly when the index passes its limit', () => {
  fc.assert(
    fc.property(column, column, (was, is) => {
      const { psi, limit, ratio } = columnDrift({ baseline: { ...LOAD, ...was }, now: is, ...RULES });
      expect(ratio >= 1).toBe(psi >= limit);
      expect(ratio).toBeGreaterThanOrEqual(0);
      expect(limit).toBeGreaterThanOrEqual(RULES.smallestDrift);
    }),
  );
});

test('drift does not depend on the order of rows, and survives JSON, as its baseline does', () => {
  const rows = fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(rows, rows, (was, is) => {
      const edges = quantileEdges({ values: was, bins: 5 });
      const baseline = { name: 'load', ...histogramOf({ values: was, edges }) };
      const drift = columnDrift({ baseline, now: histogramOf({ values: is, edges }), ...RULES });
      const stored: ColumnBaseline = JSON.parse(JSON.stringify(baseline));
      const shuffled = histogramOf({ values: [...is].reverse(), edges });

      expect(columnDrift({ baseline: stored, now: shuffled, ...RULES })).toEqual(drift);
      expect(JSON.parse(JSON.stringify(drift))).toEqual(drift);
    }),
  );
});

test('data that did not move drifts by what chance leaves to the bins of its baseline', () => {
  const random = new SeededRandom(5, 'rows');
  const sample = (rows: number) => Float64Array.from({ length: rows }, () => random.uniform() ** 2);
  let sum = 0;
  for (let draw = 0; draw < 100; draw++) {
    const was = sample(2000);
    const edges = quantileEdges({ values: was, bins: 10 });
    const baseline = { name: 'load', ...histogramOf({ values: was, edges }) };
    sum += columnDrift({ baseline, now: histogramOf({ values: sample(500), edges }), ...RULES }).psi;
  }

  // The mean of chi-square, times 1/N + 1/M (reference of the project); its standard error is 5 % of it.
  expect(sum / 100 / (9 * (1 / 2000 + 1 / 500))).toBeGreaterThan(0.85);
  expect(sum / 100 / (9 * (1 / 2000 + 1 / 500))).toBeLessThan(1.15);
});

test('categories drift by the same in whatever order they stand', () => {
  fc.assert(
    fc.property(column, column, (was, is) => {
      const of = (order: number[]) => {
        const pick = <Item>(items: readonly Item[]) => order.map((at) => items[at] as Item);
        const baseline = {
          name: 'color',
          categories: pick(['red', 'green']),
          counts: [...pick(was.counts), 7],
          missing: 1,
        };
        return columnDrift({ baseline, now: now([...pick(is.counts), 3], is.missing), ...RULES });
      };
      expect(of([1, 0]).psi).toBeCloseTo(of([0, 1]).psi, 10);
      expect(of([1, 0]).jensenShannon).toBeCloseTo(of([0, 1]).jensenShannon, 10);
      expect(of([1, 0]).limit).toBe(of([0, 1]).limit);
    }),
  );
});

test('the false alarms are shared out among the columns, and the worst is named', () => {
  const rules = { falseAlarmRate: 0.001, smallestDrift: 0 };
  const nows = [now([90, 60, 40], 10), now([40, 80, 50, 25], 5)];
  const { columns, worst } = driftOf({ baseline: [LOAD, COLOR], now: nows, rules });

  expect(columns).toEqual([
    columnDrift({ baseline: LOAD, now: now([90, 60, 40], 10), smallestDrift: 0, falseAlarmRate: 0.0005 }),
    columnDrift({ baseline: COLOR, now: now([40, 80, 50, 25], 5), smallestDrift: 0, falseAlarmRate: 0.0005 }),
  ]);
  expect(worst).toBe(columns[1]);
  expect(worst.ratio).toBeGreaterThan(1);
});

test('the first of equally bad columns is the worst, and of none there is no worst', () => {
  const drift = columnDrift({ baseline: LOAD, now: now([90, 60, 40], 10), ...RULES });
  const same = { ...drift, name: 'same' };

  expect(worstColumn([drift, same])).toBe(drift);
  expect(worstColumn([])).toBeUndefined();
});

test('the missing rate changes by the difference of shares, either way', () => {
  // By hand: 5 of 20 against 1 of 10.
  expect(missingRateChange({ baseline: now([9], 1), now: now([15], 5) })).toBeCloseTo(0.15, 15);
  expect(missingRateChange({ baseline: now([0], 3), now: now([8], 0) })).toBe(-1);
  fc.assert(
    fc.property(column, column, (was, is) => {
      expect(missingRateChange({ baseline: was, now: is })).toBe(0 - missingRateChange({ baseline: is, now: was }));
    }),
  );
});

test.each([
  [LOAD, now([1, 2]), 'load has 2 counts, its edges need 3'],
  [{ ...LOAD, counts: [1] }, now([1, 2, 3]), 'load has 1 counts, its edges need 3'],
  [COLOR, now([1, 2, 3]), 'color has 3 counts, its categories need 4'],
  [{ ...LOAD, edges: [20, 10] }, now([1, 2, 3]), 'edges[1] is 10, expected 20 or more'],
  [LOAD, now([1, -2, 3]), 'load now[1] is -2, expected a count'],
  [LOAD, now([1, 2, 3], Number.NaN), 'load now[3] is NaN, expected a count'],
  // Bins of what is now hold equally many rows each, whatever moved.
  [LOAD, { ...LOAD, edges: [30, 40] }, 'load was counted in other bins than those of its baseline'],
  [LOAD, { ...COLOR, counts: [1, 2, 3] }, 'load was counted in other bins than those of its baseline'],
  [
    COLOR,
    { ...COLOR, categories: ['red', 'blue', 'green'] },
    'color was counted in other bins than those of its baseline',
  ],
])('counts that do not belong to their baseline are refused: %j %j', (baseline, is, message) => {
  expect(() => columnDrift({ baseline, now: is, ...RULES })).toThrow(new RangeError(message));
});

test('a baseline and what is now have the same columns', () => {
  expect(() => driftOf({ baseline: [LOAD], now: [], rules: RULES })).toThrow(
    'baseline and now differ in columns: 1 and 0',
  );
  expect(() => driftOf({ baseline: [], now: [], rules: RULES })).toThrow(EmptyInputError);
});

test('no row at all is an error of its own, and names the column', () => {
  const empty = now([0, 0, 0]);

  expect(() => columnDrift({ baseline: LOAD, now: empty, ...RULES })).toThrow(
    new EmptyInputError('load now needs at least 1 row'),
  );
  expect(() => columnDrift({ baseline: { ...LOAD, ...empty }, now: now([1, 1, 1]), ...RULES })).toThrow(
    EmptyInputError,
  );
  expect(() => missingRateChange({ baseline: LOAD, now: empty })).toThrow(EmptyInputError);
});

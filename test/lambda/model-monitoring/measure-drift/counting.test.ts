import fc from 'fast-check';
import { columnDrift } from '../../../../lambda/model-monitoring/measure-drift/column-drift';
import { allBins, binOf } from '../../../../lambda/model-monitoring/measure-drift/histogram';
import { VersionTally } from '../../../../lambda/model-monitoring/measure-drift/version-tally';
import { prediction, versionArn } from '../fake-lake';

const BASELINE = {
  score: { name: 'score', edges: [0.25, 0.5], counts: [50, 30, 20], missing: 0 },
  features: [
    { name: 'load', edges: [10, 20], counts: [40, 40, 20], missing: 0 },
    { name: 'turns', edges: [], counts: [90], missing: 10 },
  ],
};
const tally = () => new VersionTally(versionArn(1), BASELINE);

test.each([
  // numpy.searchsorted([10, 20], value, side="right"), as the training histograms are counted.
  [-1e300, 0],
  [9.999, 0],
  [10, 1],
  [19.999, 1],
  [20, 2],
  [1e300, 2],
  [null, 3],
  [undefined, 3],
])('%p falls into bin %d of three, missing values into the one after', (value, bin) => {
  expect(binOf([10, 20], value)).toBe(bin);
});

test('a score baseline without spread has all its edges at one value, which is in the last bin as in numpy', () => {
  expect(binOf([0.5, 0.5, 0.5], 0.5)).toBe(3);
  expect(binOf([0.5, 0.5, 0.5], 0.4999)).toBe(0);
});

test('each record is counted once in each column, with its newest prediction, in whatever order they come', () => {
  const old = prediction({ recordId: 'a', predictedAt: '2026-11-20T09:00:00.000Z', features: { load: 5, turns: 1 } });
  const young = prediction({
    recordId: 'a',
    predictedAt: '2026-11-20T10:00:00.000Z',
    score: 0.7,
    features: { load: 25 },
  });
  const other = prediction({ recordId: 'b', features: { load: null, turns: 3 } });
  const expected = [
    [0, 1, 1, 0],
    [0, 0, 1, 1],
    [1, 1],
  ];

  for (const order of [
    [old, young, other],
    [young, other, old],
    [other, young, old, young],
  ]) {
    const counted = tally();
    for (const each of order) counted.add(each);
    expect(counted.counts()).toEqual(expected);
    expect(counted.records).toBe(2);
    expect(counted.lastAnswer).toBe(Date.parse(young.predictedAt));
  }
});

test('a version without a baseline still counts its records', () => {
  for (const baseline of [undefined, new Error('unreadable')]) {
    const counted = new VersionTally(versionArn(1), baseline);
    counted.add(prediction());
    expect(counted.records).toBe(1);
    expect(counted.counts()).toEqual([]);
  }
});

const RULES = { smallestDrift: 0.1, falseAlarmRate: 0.001 };

test('a column that looks as it did is far from its limit, and all that a page draws is told', () => {
  const baseline = { name: 'load', edges: [10, 20], counts: [400, 400, 200], missing: 0 };

  expect(columnDrift(baseline, [400, 400, 200, 0], RULES)).toEqual({
    name: 'load',
    psi: 0,
    limit: 0.1,
    ratio: 0,
    jensenShannon: 0,
    kolmogorovSmirnov: 0,
    missingRate: { training: 0, now: 0 },
    edges: [10, 20],
    counts: { training: [400, 400, 200, 0], now: [400, 400, 200, 0] },
  });
});

test('values that moved to another bin, or went missing, drift', () => {
  const baseline = { name: 'load', edges: [10, 20], counts: [400, 400, 200], missing: 0 };

  expect(columnDrift(baseline, [100, 400, 500, 0], RULES).ratio).toBeGreaterThan(1);
  const missing = columnDrift(baseline, [320, 320, 160, 200], RULES);
  expect(missing.ratio).toBeGreaterThan(1);
  expect(missing).toMatchObject({ missingRate: { training: 0, now: 0.2 } });
  // The values that are there have not moved among themselves.
  expect(missing.kolmogorovSmirnov).toBeCloseTo(0, 12);
});

test('with nothing but missing values there is no distance between values', () => {
  const baseline = { name: 'load', edges: [10], counts: [50, 50], missing: 0 };

  expect(columnDrift(baseline, [0, 0, 100], RULES)).toMatchObject({ kolmogorovSmirnov: null });
});

test('few rows need to be further apart than many, and a bin that nobody is in does not count', () => {
  const baseline = { name: 'load', edges: [10, 20], counts: [400, 400, 200], missing: 0 };
  const limit = (now: number[]) => columnDrift(baseline, now, RULES).limit;

  expect(limit([40, 40, 20, 0])).toBeGreaterThan(limit([4000, 4000, 2000, 0]));
  expect(limit([40, 40, 19, 1])).toBeGreaterThan(limit([40, 40, 20, 0]));
});

test('the ratio passes 1 exactly when the index passes its limit', () => {
  const count = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), fc.tuple(count, count, count, count), (training, now) => {
      fc.pre(training.some((rows) => rows > 0) && now.some((rows) => rows > 0));
      const [a, b, c, missing] = training;
      const baseline = { name: 'load', edges: [10, 20], counts: [a, b, c], missing };
      const { psi, limit, ratio } = columnDrift(baseline, now, RULES);
      expect(allBins(baseline)).toEqual(training);
      expect(ratio >= 1).toBe(psi >= limit);
      expect(ratio).toBeGreaterThanOrEqual(0);
      expect(limit).toBeGreaterThanOrEqual(RULES.smallestDrift);
    }),
  );
});

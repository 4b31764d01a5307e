import fc from 'fast-check';
import {
  EmptyInputError,
  jensenShannonDivergence,
  kolmogorovSmirnovDistance,
  populationStabilityIndex,
} from '../../../../lib/metrics';
import { binnedCounts } from './binned-counts-arbitrary';

const DISTANCES = { populationStabilityIndex, jensenShannonDivergence, kolmogorovSmirnovDistance };

test('known values', () => {
  const moved = { expected: [30, 50, 20], actual: [20, 20, 60] };
  const apart = { expected: [1, 1], actual: [2, 0] };
  // SciPy 1.15.0: rel_entr both ways, summed.
  expect(populationStabilityIndex(moved)).toBeCloseTo(0.7548786458403067, 14);
  // SciPy 1.15.0: the square of spatial.distance.jensenshannon(…, base=2).
  expect(jensenShannonDivergence(moved)).toBeCloseTo(0.13065890260435883, 14);
  expect(jensenShannonDivergence(apart)).toBeCloseTo(0.3112781244591328, 14);
  // By hand: cumulated shares .3, .8, 1 and .2, .4, 1.
  expect(kolmogorovSmirnovDistance(moved)).toBeCloseTo(0.4, 14);
  expect(kolmogorovSmirnovDistance(apart)).toBe(0.5);
});

test('what does not overlap is as far apart as can be', () => {
  const apart = { expected: [7, 0], actual: [0, 900] };

  expect(jensenShannonDivergence(apart)).toBe(1);
  expect(kolmogorovSmirnovDistance(apart)).toBe(1);
});

test('an empty bin counts as half a row in the stability index, so that more rows without one say more', () => {
  const share = (1 / 10) * 1;
  const of = (rows: number) => populationStabilityIndex({ expected: [10, 90], actual: [0, rows] });

  // By hand, for 100 rows: half a row is 0.005, the other bin stays 1.
  expect(of(100)).toBeCloseTo((0.005 - share) * Math.log(0.005 / share) + (1 - 0.9) * Math.log(1 / 0.9), 14);
  expect(of(10_000)).toBeGreaterThan(of(100));
});

describe.each(Object.entries(DISTANCES))('%s', (_, distance) => {
  test('is never negative, and nothing when the shares are equal', () => {
    fc.assert(
      fc.property(binnedCounts, fc.integer({ min: 2, max: 9 }), ({ expected, actual }, times) => {
        expect(distance({ expected, actual })).toBeGreaterThanOrEqual(0);
        expect(distance({ expected, actual: expected.map((rows) => rows * times) })).toBeCloseTo(0, 12);
      }),
    );
  });

  test('is more than nothing when the shares differ', () => {
    fc.assert(
      fc.property(binnedCounts, ({ expected, actual }) => {
        const total = (counts: number[]) => counts.reduce((sum, rows) => sum + rows);
        const differs = expected.some(
          (rows, bin) => Math.abs(rows / total(expected) - (actual[bin] as number) / total(actual)) > 1e-3,
        );
        fc.pre(differs);
        expect(distance({ expected, actual })).toBeGreaterThan(1e-9);
      }),
    );
  });

  test('does not care which sample came first', () => {
    fc.assert(
      fc.property(binnedCounts, ({ expected, actual }) => {
        expect(distance({ expected: actual, actual: expected })).toBeCloseTo(distance({ expected, actual }), 10);
      }),
    );
  });

  test('bins that nobody is in change nothing', () => {
    fc.assert(
      fc.property(binnedCounts, ({ expected, actual }) => {
        const widened = { expected: [0, ...expected, 0], actual: [0, ...actual, 0] };
        expect(distance(widened)).toBeCloseTo(distance({ expected, actual }), 12);
      }),
    );
  });

  test.each([
    [[1, 2], [1], 'expected and actual differ in bins: 2 and 1'],
    [[1, -2], [1, 1], 'expected[1] is -2, expected a count'],
    [[1, 2], [Number.NaN, 1], 'actual[0] is NaN, expected a count'],
    [[1, 2], [1, Number.POSITIVE_INFINITY], 'actual[1] is Infinity, expected a count'],
  ])('bad counts %j %j are named', (expected, actual, message) => {
    expect(() => distance({ expected, actual })).toThrow(message);
  });

  test('no row at all is an error of its own', () => {
    expect(() => distance({ expected: [0, 0], actual: [1, 0] })).toThrow(EmptyInputError);
    expect(() => distance({ expected: [1, 0], actual: [0, 0] })).toThrow(EmptyInputError);
  });
});

test.each([
  ['jensenShannonDivergence', jensenShannonDivergence],
  ['kolmogorovSmirnovDistance', kolmogorovSmirnovDistance],
])('%s is 1 at most', (_, distance) => {
  fc.assert(
    fc.property(binnedCounts, (counts) => {
      expect(distance(counts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('the order of bins matters to the Kolmogorov–Smirnov distance alone', () => {
  const [expected, actual] = [
    [10, 0, 10],
    [0, 20, 0],
  ];
  const [was, is] = [
    [10, 10, 0],
    [0, 0, 20],
  ];

  expect(populationStabilityIndex({ expected, actual })).toBeCloseTo(
    populationStabilityIndex({ expected: was, actual: is }),
    12,
  );
  expect(kolmogorovSmirnovDistance({ expected, actual })).toBe(0.5);
  expect(kolmogorovSmirnovDistance({ expected: was, actual: is })).toBe(1);
});

test.each([
  ['jensenShannonDivergence', jensenShannonDivergence, 0],
  ['kolmogorovSmirnovDistance', kolmogorovSmirnovDistance, 0],
  // With rows in every bin: half a row in an empty one is lost when the bin is merged.
  ['populationStabilityIndex', populationStabilityIndex, 1],
])('%s never grows when neighbouring bins are merged', (_, distance, fewest) => {
  fc.assert(
    fc.property(binnedCounts, fc.nat(), ({ expected, actual }, seed) => {
      fc.pre(expected.length > 1 && [...expected, ...actual].every((rows) => rows >= fewest));
      const at = seed % (expected.length - 1);
      const merge = (counts: number[]) => counts.toSpliced(at, 2, (counts[at] as number) + (counts[at + 1] as number));
      const merged = distance({ expected: merge(expected), actual: merge(actual) });
      expect(merged).toBeLessThanOrEqual(distance({ expected, actual }) + 1e-12);
    }),
  );
});

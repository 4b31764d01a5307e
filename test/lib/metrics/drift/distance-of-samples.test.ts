import fc from 'fast-check';
import {
  EmptyInputError,
  histogramOf,
  kolmogorovSmirnovDistance,
  kolmogorovSmirnovDistanceOfSamples,
} from '../../../../lib/metrics';

const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const sample = fc.array(value, { minLength: 1, maxLength: 60 });
const distance = (expected: ArrayLike<number>, actual: ArrayLike<number>) =>
  kolmogorovSmirnovDistanceOfSamples({ expected, actual });

test('known values', () => {
  const scattered = Float64Array.from({ length: 300 }, (_, row) => ((row * 7919) % 1000) / 1000);
  const squared = Float64Array.from({ length: 250 }, (_, row) => (((row * 104729) % 997) / 997) ** 2);
  const tied = [1.5, 2, 2, 3, 4.25, 7, 7, 7, 9, -1];

  // SciPy 1.15.0, stats.ks_2samp(…).statistic.
  expect(distance(scattered, squared)).toBeCloseTo(0.26266666666666666, 15);
  expect(distance(tied, [2, 2, 2.5, 7, 8, 8, 10, 3, 3, 3, -4])).toBeCloseTo(0.17272727272727273, 15);
  // By hand: after both ones, 1/2 and 1; before them, nothing.
  expect(distance([1, 2], [1, 1])).toBe(0.5);
});

test('ties count at once: the same values in other numbers are compared after each distinct one', () => {
  // By hand: half against a third after the zeros. Taken between ties, it would be more.
  expect(distance([0, 0, 1, 1], [0, 1, 1])).toBeCloseTo(1 / 2 - 1 / 3, 15);
  expect(distance([-0, 0], [0, 0])).toBe(0);
});

test('it is the largest difference of the two shares up to any value', () => {
  fc.assert(
    fc.property(sample, sample, (expected, actual) => {
      const upTo = (rows: number[], limit: number) => rows.filter((each) => each <= limit).length / rows.length;
      const differences = [...expected, ...actual].map((each) => Math.abs(upTo(expected, each) - upTo(actual, each)));
      expect(distance(expected, actual)).toBeCloseTo(Math.max(...differences), 14);
    }),
  );
});

test('it lies between 0, for equal shares, and 1, for samples that do not overlap', () => {
  fc.assert(
    fc.property(sample, sample, fc.integer({ min: 1, max: 4 }), (expected, actual, times) => {
      expect(distance(expected, actual)).toBeGreaterThanOrEqual(0);
      expect(distance(expected, actual)).toBeLessThanOrEqual(1);
      expect(distance(expected, Array.from({ length: times }, () => expected).flat())).toBe(0);
      const highest = Math.max(...expected);
      expect(distance(expected, [...expected, highest]) > 0).toBe(new Set(expected).size > 1);
    }),
  );
  expect(distance([1, 2, 3], [4, 5])).toBe(1);
});

test('samples of different shares are apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (ones, others) => {
      const of = (count: number) => Array.from({ length: 20 }, (_, row) => (row < count ? 1 : 0));
      expect(distance(of(ones), of(others))).toBe(Math.abs(ones - others) / 20);
    }),
  );
});

test('neither the order of rows, nor which sample came first, nor a rising map matters', () => {
  fc.assert(
    fc.property(sample, sample, (expected, actual) => {
      const found = distance(expected, actual);
      expect(distance(actual, expected)).toBe(found);
      expect(distance([...expected].reverse(), [...actual].reverse())).toBe(found);
      // Exact, so that no two values fall together: halving a number loses nothing unless it is next to nothing.
      fc.pre([...expected, ...actual].every((each) => each === 0 || Math.abs(each) > 1e-300));
      const halved = (rows: number[]) => rows.map((each) => each / 2);
      expect(distance(halved(expected), halved(actual))).toBe(found);
    }),
  );
});

test('in bins it is never more, and the same when each value has a bin', () => {
  fc.assert(
    fc.property(sample, sample, fc.array(value, { maxLength: 6 }), (expected, actual, some) => {
      const binned = (unsorted: number[]) => {
        const edges = unsorted.sort((a, b) => a - b);
        return kolmogorovSmirnovDistance({
          expected: histogramOf({ values: expected, edges }).counts,
          actual: histogramOf({ values: actual, edges }).counts,
        });
      };
      expect(binned(some)).toBeLessThanOrEqual(distance(expected, actual) + 1e-14);
      expect(binned([...expected, ...actual])).toBeCloseTo(distance(expected, actual), 14);
    }),
  );
});

test('leaves its input alone', () => {
  const expected = Float64Array.of(3, 1, 2);
  distance(expected, expected);

  expect([...expected]).toEqual([3, 1, 2]);
});

test('bad values are named, and no row at all is an error of its own', () => {
  expect(() => distance([1, Number.NaN], [1])).toThrow('expected[1] is NaN, expected a finite number');
  expect(() => distance([1], [1 / 0])).toThrow('actual[0] is Infinity, expected a finite number');
  expect(() => distance([], [1])).toThrow(EmptyInputError);
  expect(() => distance([1], [])).toThrow(EmptyInputError);
});

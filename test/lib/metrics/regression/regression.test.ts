import fc from 'fast-check';
import {
  EmptyInputError,
  meanAbsoluteError,
  meanSquaredError,
  r2Score,
  rootMeanSquaredError,
} from '../../../../lib/metrics';
import { regressionRows } from './regression-rows-arbitrary';

const METRICS = { meanSquaredError, rootMeanSquaredError, meanAbsoluteError, r2Score };
const r2 = (actual: ArrayLike<number>, predicted: ArrayLike<number>) => r2Score({ actual, predicted }).value as number;

test('known values', () => {
  // scikit-learn's documentation of each metric, printed again by 1.5.2.
  const rows = { actual: [3, -0.5, 2, 7], predicted: [2.5, 0, 2, 8] };

  expect(meanSquaredError(rows)).toBe(0.375);
  expect(rootMeanSquaredError(rows)).toBeCloseTo(0.6123724356957945, 15);
  expect(meanAbsoluteError(rows)).toBe(0.5);
  expect(r2(rows.actual, rows.predicted)).toBeCloseTo(0.9486081370449679, 15);
});

test('large values that differ by little keep their digits', () => {
  const actual = Float64Array.from({ length: 20 }, (_, row) => 1e9 + row * 0.5);
  const predicted = actual.map((value, row) => value + (((row * 37) % 11) - 5) / 8);

  // scikit-learn 1.5.2. A sum of squares less the square of the sum would have no right digit left.
  expect(meanSquaredError({ actual, predicted })).toBe(0.165625);
  expect(meanAbsoluteError({ actual, predicted })).toBe(0.35);
  expect(r2(actual, predicted)).toBeCloseTo(0.9800751879699248, 14);
});

test('a hundred thousand equal errors have that very error as their mean', () => {
  const actual = new Float64Array(100_000);
  const predicted = actual.map(() => 0.1);

  expect(meanAbsoluteError({ actual, predicted })).toBe(0.1);
  expect(meanSquaredError({ actual, predicted })).toBe(0.1 * 0.1);
});

test('the mean explains nothing, the truth everything, the reverse less than nothing', () => {
  expect(r2([1, 2, 3], [2, 2, 2])).toBe(0);
  expect(r2([1, 2, 3], [1, 2, 3])).toBe(1);
  // By hand: errors 4 + 0 + 4, spread 2.
  expect(r2([1, 2, 3], [3, 2, 1])).toBe(-3);
});

test.each([
  [[2, 2], [2, 2], 'actual is constant'],
  [[2, 2], [2, 3], 'actual is constant'],
  // Their mean is rounded away from all of them.
  [Array.from({ length: 7 }, () => 0.1), Array.from({ length: 7 }, () => 0.3), 'actual is constant'],
  [[2], [2], 'one row has no spread'],
  [[0, 1e-200], [0, 1e-200], 'actual varies by too little to be squared'],
])('without spread nothing can be explained: %j %j', (actual, predicted, reason) => {
  expect(r2Score({ actual, predicted })).toEqual({ value: null, reason });
});

test('errors are never negative, nothing when every row is right, and squares weigh large ones more', () => {
  fc.assert(
    fc.property(regressionRows, ({ actual, predicted }) => {
      const [root, absolute] = [rootMeanSquaredError({ actual, predicted }), meanAbsoluteError({ actual, predicted })];
      expect(absolute).toBeGreaterThanOrEqual(0);
      expect(root).toBeGreaterThanOrEqual(absolute * (1 - 1e-15));
      expect(root ** 2).toBeCloseTo(meanSquaredError({ actual, predicted }), 3);
      expect(meanSquaredError({ actual, predicted: actual })).toBe(0);
      expect(meanAbsoluteError({ actual, predicted: actual })).toBe(0);
    }),
  );
});

test('the share explained is 1 at most, and 1 for the truth alone', () => {
  fc.assert(
    fc.property(regressionRows, ({ actual, predicted }) => {
      fc.pre(new Set(actual).size > 1);
      expect(r2(actual, predicted)).toBeLessThanOrEqual(1);
      expect(r2(actual, actual)).toBe(1);
    }),
  );
});

test('neither the order of rows nor their copies matter', () => {
  fc.assert(
    fc.property(regressionRows, ({ actual, predicted }) => {
      fc.pre(new Set(actual).size > 1);
      const reversed = { actual: [...actual].reverse(), predicted: [...predicted].reverse() };
      const doubled = { actual: [...actual, ...actual], predicted: [...predicted, ...predicted] };
      for (const metric of [meanSquaredError, meanAbsoluteError]) {
        const value = metric({ actual, predicted });
        for (const rows of [reversed, doubled])
          expect(Math.abs(metric(rows) - value)).toBeLessThanOrEqual(1e-15 * value);
      }
      const unexplained = 1 - r2(actual, predicted);
      for (const rows of [reversed, doubled])
        expect(Math.abs(1 - r2(rows.actual, rows.predicted) - unexplained)).toBeLessThanOrEqual(
          1e-9 * (1 + unexplained),
        );
    }),
  );
});

describe.each(Object.entries(METRICS))('%s', (_, metric) => {
  test.each([
    [[1, 2], [1], 'actual and predicted differ in length: 2 and 1'],
    [[1, Number.NaN], [1, 2], 'actual[1] is NaN, expected a finite number'],
    [[1, 2], [Number.NEGATIVE_INFINITY, 2], 'predicted[0] is -Infinity, expected a finite number'],
  ])('bad rows %j %j are named', (actual, predicted, message) => {
    expect(() => metric({ actual, predicted })).toThrow(new RangeError(message));
  });

  test('no row at all is an error of its own', () => {
    expect(() => metric({ actual: [], predicted: [] })).toThrow(EmptyInputError);
  });

  test('rows further apart than a number can say are refused, not infinitely wrong', () => {
    expect(() => metric({ actual: [-1e308, 1e308], predicted: [1e308, -1e308] })).toThrow(RangeError);
  });

  test('leaves its input alone and takes every kind of column', () => {
    const [actual, predicted] = [Object.freeze([3, -0.5, 2, 7]), Object.freeze([2.5, 0, 2, 8])];

    expect(metric({ actual: Float32Array.from(actual), predicted: Float64Array.from(predicted) })).toEqual(
      metric({ actual, predicted }),
    );
  });
});

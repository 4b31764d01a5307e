import fc from 'fast-check';
import {
  meanAbsoluteError,
  meanSquaredError,
  RegressionSketchBuilder,
  r2Score,
  rootMeanSquaredError,
  sketchedRegression,
} from '../../../../lib/metrics';
import { expectMergeable } from './expect-mergeable';

type Rows = readonly (readonly [number, number])[];

function sketchOf(rows: Rows) {
  const builder = new RegressionSketchBuilder();
  for (const [actual, predicted] of rows) builder.add(actual, predicted);
  return builder.build();
}

const measuresOf = (rows: Rows) => sketchedRegression(sketchOf(rows));
const ordinary = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const any = fc.double({ noNaN: true, noDefaultInfinity: true, min: -8e307, max: 8e307 });
const rows = fc.array(fc.oneof(fc.tuple(ordinary, ordinary), fc.tuple(any, any)), { maxLength: 40 });

test('files merge to the sketch of the whole, whatever the size of numbers', () => {
  expectMergeable(rows, sketchOf);
});

test('known values', () => {
  // The examples of scikit-learn's documentation, 0.375, 0.612…, 0.5 and 0.948…; the last by hand, 1 − 1.5 / 29.1875.
  const measures = measuresOf([
    [3, 2.5],
    [-0.5, 0],
    [2, 2],
    [7, 8],
  ]);

  expect(measures).toEqual({
    rows: 4,
    meanSquaredError: { value: 0.375 },
    rootMeanSquaredError: { value: Math.sqrt(0.375) },
    meanAbsoluteError: { value: 0.5 },
    r2Score: { value: 443 / 467 },
  });
});

test('are those of the rows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -999, max: 999 }), ordinary), { minLength: 2, maxLength: 50 }),
      (some) => {
        const columns = { actual: some.map(([actual]) => actual), predicted: some.map(([, predicted]) => predicted) };
        const close = (value: number | null, expected: number | null) =>
          expect(Math.abs((value ?? 0) - (expected ?? 0))).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(expected ?? 0)));
        const measures = measuresOf(some);
        close(measures.meanSquaredError.value, meanSquaredError(columns));
        close(measures.rootMeanSquaredError.value, rootMeanSquaredError(columns));
        close(measures.meanAbsoluteError.value, meanAbsoluteError(columns));
        expect(measures.r2Score.value === null).toBe(r2Score(columns).value === null);
        close(measures.r2Score.value, r2Score(columns).value);
      },
    ),
  );
});

test('the difference of a row is not rounded before it is squared', () => {
  // By hand: 1 + 2^-60 is no double; squared, doubled and divided by two rows it lies within rounding of 1 + 2^-59.
  const tiny = 2 ** -60;

  expect(sketchOf([[1, -tiny]]).sums).toMatchObject({
    absoluteError: `0x1${'0'.repeat(14)}1p-60`,
    squaredError: `0x1${'0'.repeat(14)}2${'0'.repeat(14)}1p-120`,
  });
  expect(sketchOf([[-tiny, 1]]).sums.squaredError).toBe(sketchOf([[1, -tiny]]).sums.squaredError);
  expect(sketchOf([[-tiny, 1]]).sums.absoluteError).toBe(sketchOf([[1, -tiny]]).sums.absoluteError);
});

test('a small spread far from 0 is kept, where the usual formula of squares loses every digit', () => {
  // By hand: around their mean 1e9 + 1 the rows are -1, 0 and 1; predictions are off by 0.5 once.
  expect(
    measuresOf([
      [1e9, 1e9],
      [1e9 + 1, 1e9 + 1.5],
      [1e9 + 2, 1e9 + 2],
    ]).r2Score,
  ).toEqual({ value: 0.875 });
});

test('numbers whose squares no double holds have measures all the same', () => {
  const large = measuresOf([
    [1e300, 0],
    [-1e300, -1e300],
  ]);
  const small = measuresOf([
    [2 ** -1000, 0],
    [-(2 ** -1000), -(2 ** -1000)],
  ]);

  // By hand: half of what the mean leaves unexplained is explained.
  expect([large.r2Score, small.r2Score]).toEqual([{ value: 0.5 }, { value: 0.5 }]);
  expect(large.meanAbsoluteError).toEqual({ value: 5e299 });
  expect(large.meanSquaredError).toEqual({ value: null, reason: 'no number is large enough' });
  expect(large.rootMeanSquaredError).toEqual({ value: null, reason: 'no number is large enough' });
  expect(small.meanSquaredError).toEqual({ value: 0 });
});

test.each([
  ['there is no row', []],
  ['one row has no spread', [[0.1, 0.2]] as const],
  [
    'actual is constant',
    [
      [0.1, 0.1],
      [0.1, 0.2],
      [0.1, 0.3],
    ] as const,
  ],
])('R² is undefined, and says why: %s', (reason, some) => {
  expect(measuresOf(some).r2Score).toEqual({ value: null, reason });
});

test('no measure is defined without rows', () => {
  const nothing = { value: null, reason: 'there is no row' };

  expect(measuresOf([])).toMatchObject({
    rows: 0,
    meanSquaredError: nothing,
    rootMeanSquaredError: nothing,
    meanAbsoluteError: nothing,
  });
});

test.each([
  [Number.NaN, 1, 'actual[1] is NaN, expected a finite number'],
  [1, Number.NEGATIVE_INFINITY, 'predicted[1] is -Infinity, expected a finite number'],
  [1e308, -1e308, 'actual[1] is 1e+308 and predicted[1] -1e+308, too far apart'],
])('a bad row, %d and %d, is named and leaves no trace', (actual, predicted, message) => {
  const builder = new RegressionSketchBuilder();
  builder.add(3, 4);

  expect(() => builder.add(actual, predicted)).toThrow(message);
  expect(builder.build()).toEqual(sketchOf([[3, 4]]));
});

import fc from 'fast-check';
import {
  averagePrecisionScore,
  EmptyInputError,
  operatingPoints,
  precisionRecallCurve,
  rocAucScore,
} from '../../../../lib/metrics';
import { rowsOfBothClasses } from '../scored-rows-arbitrary';

const averagePrecision = (actual: ArrayLike<number>, score: ArrayLike<number>) =>
  averagePrecisionScore({ actual, score }).value as number;
const positivesOf = (actual: number[]) => actual.reduce((sum, label) => sum + label);

test.each([
  // scikit-learn's own example; the trapezoids under the same curve would be 0.79.
  ['without ties', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 5 / 6],
  // By hand: one positive at precision 1, one in a tie of precision 2 / 3.
  ['tied rows count together', [0, 1, 0, 1], [0.1, 0.5, 0.5, 0.9], (1 + 2 / 3) / 2],
  ['all scores tied: the share of positives', [0, 1, 0, 0], [7, 7, 7, 7], 0.25],
  ['the two zeros are one score', [0, 1], [0, -0], 0.5],
  ['positives only', [1, 1, 1], [0.3, 0.1, 0.1], 1],
  ['worst order: 1 of 3, 2 of 4', [0, 0, 1, 1], [4, 3, 2, 1], (1 / 3 + 2 / 4) / 2],
])('known value: %s', (_, actual, score, value) => {
  expect(averagePrecision(actual, score)).toBeCloseTo(value, 15);
});

test('is undefined without positives, where scikit-learn answers 0', () => {
  expect(averagePrecisionScore({ actual: [0, 0], score: [0.1, 0.2] })).toEqual({
    value: null,
    reason: 'no row is positive',
  });
});

test('is the sum of steps under its own curve', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, (rows) => {
      const curve = precisionRecallCurve(operatingPoints(rows));
      const steps = curve?.recalls.map(
        (recall, index) => (recall - (curve.recalls[index - 1] ?? 0)) * (curve.precisions[index] as number),
      );
      expect(averagePrecisionScore(rows).value).toBeCloseTo(
        (steps ?? []).reduce((sum, step) => sum + step, 0),
        12,
      );
    }),
  );
});

test('is 1 exactly when every positive stands above every negative', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, (rows) => {
      expect(averagePrecision(rows.actual, rows.actual)).toBe(1);
      expect(averagePrecisionScore(rows).value === 1).toBe(rocAucScore(rows).value === 1);
    }),
  );
});

test('lies between the worst order of so many rows of each class and 1', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, ({ actual, score }) => {
      const positives = positivesOf(actual);
      const negatives = actual.length - positives;
      // Of the worst order: the positives one by one below all negatives.
      const precisions = Array.from({ length: positives }, (_, place) => (place + 1) / (place + 1 + negatives));
      const lowest = precisions.reduce((sum, precision) => sum + precision) / positives;
      const value = averagePrecision(actual, score);
      expect(value).toBeGreaterThanOrEqual(lowest - 1e-12);
      expect(value).toBeLessThanOrEqual(1);
    }),
  );
});

test('only the order of the scores counts, not the order of the rows nor how often each stands there', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, fc.integer({ min: 2, max: 4 }), ({ actual, score }, times) => {
      const value = averagePrecision(actual, score);
      const ranks = [...new Set(score.map((each) => each + 0))].sort((a, b) => a - b);
      const repeat = (values: number[]) => Array.from({ length: times }, () => values).flat();
      const ranked = score.map((each) => ranks.indexOf(each + 0));
      expect(averagePrecision(actual, ranked)).toBe(value);
      expect(averagePrecision(actual.toReversed(), score.toReversed())).toBe(value);
      expect(averagePrecision(repeat(actual), repeat(score))).toBeCloseTo(value, 12);
    }),
  );
});

test.each([
  [[0, 2], [0.1, 0.2], 'actual[1] is 2, expected 0 or 1'],
  [[0, 1], [0.1, Number.NaN], 'score[1] is NaN, expected a finite number'],
  [[0, 1], [0.1], 'actual and score differ in length: 2 and 1'],
])('bad rows %j %j are named', (actual, score, message) => {
  expect(() => averagePrecision(actual, score)).toThrow(new RangeError(message));
});

test('no row at all is an error of its own', () => {
  expect(() => averagePrecision([], [])).toThrow(EmptyInputError);
});

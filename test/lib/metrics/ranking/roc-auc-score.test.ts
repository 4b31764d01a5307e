import fc from 'fast-check';
import { EmptyInputError, operatingPoints, rocAucScore, rocCurve } from '../../../../lib/metrics';
import { rowsOfBothClasses } from '../scored-rows-arbitrary';

const auc = (actual: ArrayLike<number>, score: ArrayLike<number>) => rocAucScore({ actual, score }).value as number;

/** The definition itself, pair by pair. */
function bruteForce({ actual, score }: { actual: number[]; score: number[] }): number {
  const of = (label: number) => score.filter((_, index) => actual[index] === label);
  const credits = of(1).flatMap((p) => of(0).map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
  return credits.reduce((sum: number, credit) => sum + credit, 0) / credits.length;
}

test.each([
  // scikit-learn 1.5.2, roc_auc_score; the first is the example of its documentation.
  ['without ties', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.75],
  ['a tie counts half', [0, 1, 0, 1], [0.1, 0.5, 0.5, 0.9], 0.875],
  ['all scores tied', [0, 1, 0, 1], [7, 7, 7, 7], 0.5],
  [
    'huge, tiny and negative scores',
    [0, 1, 1, 0, 1, 0, 0, 1],
    [-1e300, -1e300, -5e-324, 0, 5e-324, 2.5, 1e300, 1e300],
    0.4375,
  ],
  ['the two zeros are one score', [0, 1], [0, -0], 0.5],
])('known value: %s', (_, actual, score, value) => {
  expect(auc(actual, score)).toBe(value);
});

test('equals the count over all pairs, ties included', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, (rows) => {
      expect(rocAucScore(rows).value).toBeCloseTo(bruteForce(rows), 12);
    }),
  );
});

test('turning the labels or the scores round turns the value round', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, ({ actual, score }) => {
      const turned = 1 - auc(actual, score);
      expect(
        auc(
          actual.map((label) => 1 - label),
          score,
        ),
      ).toBeCloseTo(turned, 12);
      expect(
        auc(
          actual,
          score.map((value) => -value),
        ),
      ).toBeCloseTo(turned, 12);
    }),
  );
});

test('only the order of the scores counts, not the order of the rows nor how often each stands there', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, fc.integer({ min: 2, max: 4 }), ({ actual, score }, times) => {
      const value = auc(actual, score);
      const ranks = [...new Set(score.map((each) => each + 0))].sort((a, b) => a - b);
      expect(
        auc(
          actual,
          score.map((each) => ranks.indexOf(each + 0)),
        ),
      ).toBe(value);
      expect(auc([...actual].reverse(), [...score].reverse())).toBe(value);
      const repeat = (values: number[]) => Array.from({ length: times }, () => values).flat();
      expect(auc(repeat(actual), repeat(score))).toBeCloseTo(value, 12);
    }),
  );
});

test('is the area under its own curve', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, (rows) => {
      const curve = rocCurve(operatingPoints(rows));
      let area = 0;
      curve?.falsePositiveRates.forEach((x, index) => {
        if (index === 0) return;
        const y = (curve.truePositiveRates[index] ?? 0) + (curve.truePositiveRates[index - 1] ?? 0);
        area += ((x - (curve.falsePositiveRates[index - 1] ?? 0)) * y) / 2;
      });
      expect(area).toBeCloseTo(auc(rows.actual, rows.score), 12);
    }),
  );
});

test.each([
  ['positive', [0, 0]],
  ['negative', [1, 1]],
])('is undefined when no row is %s, and says so', (missing, actual) => {
  expect(rocAucScore({ actual, score: [0.1, 0.2] })).toEqual({ value: null, reason: `no row is ${missing}` });
});

test('leaves its input alone', () => {
  const actual = Object.freeze([1, 0, 1]);
  const score = Float64Array.of(0.9, 0.1, 0.3);

  rocAucScore({ actual, score });

  expect([...score]).toEqual([0.9, 0.1, 0.3]);
});

test.each([
  [[0, 2], [0.1, 0.2], 'actual[1] is 2, expected 0 or 1'],
  [[0, 1], [0.1, Number.NaN], 'score[1] is NaN, expected a finite number'],
  [[0, 1], [Number.NEGATIVE_INFINITY, 0.1], 'score[0] is -Infinity, expected a finite number'],
  [[0, 1], [0.1], 'actual and score differ in length: 2 and 1'],
])('bad rows %j %j are named', (actual, score, message) => {
  expect(() => auc(actual, score)).toThrow(message);
});

test('no row at all is an error of its own', () => {
  expect(() => auc([], [])).toThrow(EmptyInputError);
});

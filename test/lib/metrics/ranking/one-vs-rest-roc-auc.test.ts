import fc from 'fast-check';
import { EmptyInputError, oneVsRestRocAuc, rocAucScore } from '../../../../lib/metrics';
import { rowsOfBothClasses } from '../scored-rows-arbitrary';

const SCORES = [
  [0.6, 0.2, 0.1, 0.2],
  [0.3, 0.5, 0.6, 0.2],
  [0.1, 0.3, 0.3, 0.6],
];
/** Rows of three classes with a column of scores each. */
const classedRows = fc
  .array(fc.tuple(fc.nat({ max: 2 }), fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -9, max: 9, noNaN: true })))), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => ({
    actual: rows.map(([label]) => label),
    scores: [0, 1, 2].map((column) => rows.map(([, scores]) => scores[column] as number)),
  }));

test('area of each class against the rest, as scikit-learn 1.9.1 computes it', () => {
  // roc_auc_score(…, multi_class='ovr', average=None).
  const { perClass, macro, definedClasses } = oneVsRestRocAuc({ actual: [0, 1, 2, 2], scores: SCORES });

  expect(perClass).toEqual([{ value: 1 }, { value: expect.closeTo(2 / 3, 14) }, { value: 0.875 }]);
  expect(macro.value).toBeCloseTo((1 + 2 / 3 + 0.875) / 3, 14);
  expect(definedClasses).toBe(3);
});

test('a class without rows has no area, and the mean is over the others', () => {
  expect(oneVsRestRocAuc({ actual: [0, 1, 1, 1], scores: SCORES })).toEqual({
    perClass: [{ value: 1 }, { value: expect.closeTo(2 / 3, 14) }, { value: null, reason: 'no row is positive' }],
    macro: { value: expect.closeTo(5 / 6, 14) },
    definedClasses: 2,
  });
});

test('one class only has no area at all', () => {
  expect(oneVsRestRocAuc({ actual: [1, 1, 1, 1], scores: SCORES })).toEqual({
    perClass: [
      { value: null, reason: 'no row is positive' },
      { value: null, reason: 'no row is negative' },
      { value: null, reason: 'no row is positive' },
    ],
    macro: { value: null, reason: 'every row is of one class' },
    definedClasses: 0,
  });
});

test('two classes whose scores oppose each other have the one area of two-class rows', () => {
  fc.assert(
    fc.property(rowsOfBothClasses, ({ actual, score }) => {
      const { perClass, macro } = oneVsRestRocAuc({ actual, scores: [score.map((value) => -value), score] });
      const { value } = rocAucScore({ actual, score });
      expect(perClass).toEqual([{ value }, { value }]);
      expect(macro.value).toBeCloseTo(value as number, 14);
    }),
  );
});

test('does not care about the order of the rows nor of the classes', () => {
  fc.assert(
    fc.property(classedRows, ({ actual, scores }) => {
      const { perClass, macro, definedClasses } = oneVsRestRocAuc({ actual, scores });
      const reversed = { actual: actual.toReversed(), scores: scores.map((column) => column.toReversed()) };
      expect(oneVsRestRocAuc(reversed)).toEqual({ perClass, macro, definedClasses });
      const renamed = oneVsRestRocAuc({ actual: actual.map((label) => 2 - label), scores: scores.toReversed() });
      expect(renamed.perClass).toEqual(perClass.toReversed());
    }),
  );
});

test('the mean lies between the worst and the best class that is defined', () => {
  fc.assert(
    fc.property(classedRows, (rows) => {
      const { perClass, macro, definedClasses } = oneVsRestRocAuc(rows);
      const areas = perClass.flatMap(({ value }) => value ?? []);
      expect(definedClasses).toBe(areas.length);
      expect(macro.value === null).toBe(areas.length === 0);
      if (macro.value === null) return;
      expect(macro.value).toBeGreaterThanOrEqual(Math.min(...areas) - 1e-15);
      expect(macro.value).toBeLessThanOrEqual(Math.max(...areas) + 1e-15);
    }),
  );
});

test.each([
  [
    {
      actual: [0, 3],
      scores: [
        [1, 2],
        [1, 2],
      ],
    },
    'actual[1] is 3, expected a class from 0 to 1',
  ],
  [{ actual: [0, 1], scores: [[1, 2], [1]] }, 'actual and scores[1] differ in length: 2 and 1'],
  [
    {
      actual: [0, 1],
      scores: [
        [1, 2],
        [1, Number.NaN],
      ],
    },
    'scores[1][1] is NaN, expected a finite number',
  ],
  [{ actual: [0, 1], scores: [] }, 'classes is 0, expected a whole number of at least 1'],
])('bad rows %j are named', (rows, message) => {
  expect(() => oneVsRestRocAuc(rows)).toThrow(new RangeError(message));
});

test('no row at all is an error of its own', () => {
  expect(() => oneVsRestRocAuc({ actual: [], scores: [[], []] })).toThrow(EmptyInputError);
});

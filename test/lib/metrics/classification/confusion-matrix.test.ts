import fc from 'fast-check';
import { confusionMatrix, EmptyInputError, predictAt } from '../../../../lib/metrics';

const labels = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1)), { minLength: 1, maxLength: 100 });
const columns = (rows: [number, number][]) => ({
  actual: Uint8Array.from(rows, ([actual]) => actual),
  predicted: Uint8Array.from(rows, ([, predicted]) => predicted),
});

test('rows are the true class, columns the predicted one', () => {
  // By hand: row by row a true negative, two false positives, a false negative, three true positives.
  const actual = [0, 0, 0, 1, 1, 1, 1];
  const predicted = [0, 1, 1, 0, 1, 1, 1];

  expect(confusionMatrix({ actual, predicted })).toEqual([
    [1, 2],
    [1, 3],
  ]);
});

test('stays two by two when one class is absent', () => {
  // scikit-learn: confusion_matrix([1, 1], [1, 1], labels=[0, 1]).
  expect(confusionMatrix({ actual: [1, 1], predicted: [1, 1] })).toEqual([
    [0, 0],
    [0, 2],
  ]);
});

test('counts each row once, whatever the order', () => {
  fc.assert(
    fc.property(labels, (rows) => {
      const matrix = confusionMatrix(columns(rows));
      expect(matrix.flat().reduce((sum, count) => sum + count)).toBe(rows.length);
      expect(confusionMatrix(columns([...rows].reverse()))).toEqual(matrix);
    }),
  );
});

test('swapping truth and prediction transposes it', () => {
  fc.assert(
    fc.property(labels, (rows) => {
      const { actual, predicted } = columns(rows);
      const [[tn, fp], [fn, tp]] = confusionMatrix({ actual, predicted });
      expect(confusionMatrix({ actual: predicted, predicted: actual })).toEqual([
        [tn, fn],
        [fp, tp],
      ]);
    }),
  );
});

test.each([
  [[0, 3], [0, 1], 'actual[1] is 3, expected 0 or 1'],
  [[0, 1], [0, 0.5], 'predicted[1] is 0.5, expected 0 or 1'],
  [[0], [0, 1], 'actual and predicted differ in length: 1 and 2'],
])('bad rows %j %j are named', (actual, predicted, message) => {
  expect(() => confusionMatrix({ actual, predicted })).toThrow(message);
});

test('no row at all is an error of its own', () => {
  expect(() => confusionMatrix({ actual: [], predicted: [] })).toThrow(EmptyInputError);
});

test('a score on the threshold is positive', () => {
  expect([...predictAt({ score: [0.2, 0.3, 0.4], threshold: 0.3 })]).toEqual([0, 1, 1]);
});

test('nothing reaches an infinite threshold', () => {
  expect([...predictAt({ score: [0.2, 1e308], threshold: Number.POSITIVE_INFINITY })]).toEqual([0, 0]);
});

test('a score or threshold that is not a number is refused', () => {
  expect(() => predictAt({ score: [0.1, Number.NaN], threshold: 0.3 })).toThrow('score[1] is NaN');
  expect(() => predictAt({ score: [0.1], threshold: Number.NaN })).toThrow('threshold is NaN');
});

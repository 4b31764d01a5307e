import fc from 'fast-check';
import {
  accuracyScore,
  type ConfusionMatrix,
  confusionMatrix,
  EmptyInputError,
  type MulticlassConfusionMatrix,
  multiclassConfusionMatrix,
  oneVsRestMatrices,
} from '../../../../lib/metrics';
import { predictions } from './predictions-arbitrary';

/** The example of scikit-learn's `confusion_matrix`: ants, birds and cats. */
const ANIMALS = { actual: [2, 0, 2, 2, 0, 1], predicted: [0, 0, 2, 2, 0, 2], classes: 3 };

test('rows are the true class, columns the predicted one, as in the example of scikit-learn', () => {
  expect(multiclassConfusionMatrix(ANIMALS)).toEqual([
    [2, 0, 0],
    [0, 0, 1],
    [1, 0, 2],
  ]);
});

test('keeps a row and a column for a class that does not occur', () => {
  expect(multiclassConfusionMatrix({ actual: [1], predicted: [0], classes: 3 })).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [0, 0, 0],
  ]);
});

test('is the two-class matrix when there are two classes', () => {
  fc.assert(
    fc.property(predictions({ most: 2 }), ({ actual, predicted }) => {
      const matrix: ConfusionMatrix = confusionMatrix({ actual, predicted });
      const wider: MulticlassConfusionMatrix = matrix;
      expect(multiclassConfusionMatrix({ actual, predicted, classes: 2 })).toEqual(wider);
    }),
  );
});

test('each class against the rest, as in the example of scikit-learn', () => {
  // scikit-learn's multilabel_confusion_matrix of the same animals.
  expect(oneVsRestMatrices(multiclassConfusionMatrix(ANIMALS))).toEqual([
    [
      [3, 1],
      [0, 2],
    ],
    [
      [5, 0],
      [1, 0],
    ],
    [
      [2, 1],
      [1, 2],
    ],
  ]);
});

test('each class against the rest is counted as if the others were one', () => {
  fc.assert(
    fc.property(predictions(), ({ actual, predicted, classes }) => {
      const matrices = oneVsRestMatrices(multiclassConfusionMatrix({ actual, predicted, classes }));
      expect(matrices.length).toBe(classes);
      matrices.forEach((matrix, index) => {
        const isClass = (label: number) => Number(label === index);
        expect(matrix).toEqual(confusionMatrix({ actual: actual.map(isClass), predicted: predicted.map(isClass) }));
      });
    }),
  );
});

test('accuracy is the share of equal labels, whatever the order of the rows', () => {
  fc.assert(
    fc.property(predictions(), ({ actual, predicted, classes }) => {
      const right = actual.filter((label, row) => label === predicted[row]).length;
      expect(accuracyScore(multiclassConfusionMatrix({ actual, predicted, classes }))).toEqual({
        value: right / actual.length,
      });
      const reversed = { actual: actual.toReversed(), predicted: predicted.toReversed(), classes };
      expect(multiclassConfusionMatrix(reversed)).toEqual(multiclassConfusionMatrix({ actual, predicted, classes }));
    }),
  );
});

test.each([
  [{ actual: [0, 3], predicted: [0, 1], classes: 3 }, 'actual[1] is 3, expected a class from 0 to 2'],
  [{ actual: [0, 1], predicted: [-1, 1], classes: 3 }, 'predicted[0] is -1, expected a class from 0 to 2'],
  [{ actual: [0, 1], predicted: [0, 0.5], classes: 3 }, 'predicted[1] is 0.5, expected a class from 0 to 2'],
  [{ actual: [Number.NaN], predicted: [0], classes: 3 }, 'actual[0] is NaN, expected a class from 0 to 2'],
  [{ actual: [0], predicted: [0, 1], classes: 3 }, 'actual and predicted differ in length: 1 and 2'],
  [{ actual: [0], predicted: [0], classes: 0 }, 'classes is 0, expected a whole number of at least 1'],
  [{ actual: [0], predicted: [0], classes: 2.5 }, 'classes is 2.5, expected a whole number of at least 1'],
])('bad rows %j are named', (rows, message) => {
  expect(() => multiclassConfusionMatrix(rows)).toThrow(new RangeError(message));
});

test('no row at all is an error of its own', () => {
  expect(() => multiclassConfusionMatrix({ actual: [], predicted: [], classes: 3 })).toThrow(EmptyInputError);
});

test.each([
  [[[1, 2], [3]], 'matrix[1] has 1 columns, expected 2'],
  [[[1, 2, 3]], 'matrix[0] has 3 columns, expected 1'],
  [
    [
      [1, Number.NaN],
      [0, 0],
    ],
    'matrix[0][1] is NaN, expected a count',
  ],
  [
    [
      [1, 0],
      [-1, 0],
    ],
    'matrix[1][0] is -1, expected a count',
  ],
  [[[Number.POSITIVE_INFINITY]], 'matrix[0][0] is Infinity, expected a count'],
])('a matrix that is none is named: %j', (matrix, message) => {
  expect(() => accuracyScore(matrix)).toThrow(new RangeError(message));
  expect(() => oneVsRestMatrices(matrix)).toThrow(new RangeError(message));
});

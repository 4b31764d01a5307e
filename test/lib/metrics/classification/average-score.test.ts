import fc from 'fast-check';
import {
  accuracyScore,
  averageScore,
  balancedAccuracyScore,
  type ConfusionMatrix,
  fScore,
  type MulticlassConfusionMatrix,
  multiclassConfusionMatrix,
  oneVsRestMatrices,
  precisionScore,
  recallScore,
  trueNegativeRate,
} from '../../../../lib/metrics';
import { predictions } from './predictions-arbitrary';

const f1 = (matrix: ConfusionMatrix) => fScore({ matrix, beta: 1 });
const SCORES = { precisionScore, recallScore, f1 };
/** scikit-learn's example of `precision_score` and its kin: [0, 1, 2, 0, 1, 2] predicted as [0, 2, 1, 0, 0, 1]. */
const EXAMPLE = multiclassConfusionMatrix({ actual: [0, 1, 2, 0, 1, 2], predicted: [0, 2, 1, 0, 0, 1], classes: 3 });

test.each([
  ['micro', 1 / 3, 1 / 3, 1 / 3],
  ['macro', 2 / 9, 1 / 3, 4 / 15],
  ['weighted', 2 / 9, 1 / 3, 4 / 15],
] as const)('%s averages of the example in the documentation of scikit-learn', (average, precision, recall, f) => {
  expect(averageScore({ matrix: EXAMPLE, score: precisionScore, average }).value).toBeCloseTo(precision, 14);
  expect(averageScore({ matrix: EXAMPLE, score: recallScore, average }).value).toBeCloseTo(recall, 14);
  expect(averageScore({ matrix: EXAMPLE, score: f1, average }).value).toBeCloseTo(f, 14);
});

test('a class that is never predicted counts 0, although its precision is undefined', () => {
  // scikit-learn 1.9.1: truth [0, 1, 2], always predicted 0.
  const matrix = multiclassConfusionMatrix({ actual: [0, 1, 2], predicted: [0, 0, 0], classes: 3 });

  expect(averageScore({ matrix, score: f1, average: 'macro' }).value).toBeCloseTo(0.16666666666666666, 14);
  expect(averageScore({ matrix, score: precisionScore, average: 'weighted' }).value).toBeCloseTo(
    0.1111111111111111,
    14,
  );
});

test('weights are the rows of each true class', () => {
  // By hand: recall is 3 of 3 for class 0, 0 of 1 for class 1.
  const matrix: ConfusionMatrix = [
    [3, 0],
    [1, 0],
  ];

  expect(averageScore({ matrix, score: recallScore, average: 'macro' })).toEqual({ value: 0.5 });
  expect(averageScore({ matrix, score: recallScore, average: 'weighted' })).toEqual({ value: 0.75 });
});

test.each(['micro', 'macro', 'weighted'] as const)('%s average without rows says why it is undefined', (average) => {
  const matrix = [
    [0, 0],
    [0, 0],
  ];

  expect(averageScore({ matrix, score: f1, average })).toEqual({ value: null, reason: 'there is no row' });
});

test('a score that is undefined for the pooled counts stays undefined', () => {
  const score = () => ({ value: null, reason: 'nobody knows' });

  expect(averageScore({ matrix: EXAMPLE, score, average: 'micro' })).toEqual({ value: null, reason: 'nobody knows' });
});

test('pooled precision, recall and F1 are accuracy: every row has one true and one predicted class', () => {
  fc.assert(
    fc.property(predictions(), (rows) => {
      const matrix = multiclassConfusionMatrix(rows);
      for (const score of Object.values(SCORES))
        expect(averageScore({ matrix, score, average: 'micro' })).toEqual(accuracyScore(matrix));
    }),
  );
});

test('pooled negatives are the rows of all other classes, and each row that is wrong is a false alarm once', () => {
  fc.assert(
    fc.property(predictions(), (rows) => {
      const matrix = multiclassConfusionMatrix(rows);
      const met = new Set([...rows.actual, ...rows.predicted]).size;
      fc.pre(met > 1);
      const wrong = 1 - (accuracyScore(matrix).value as number);
      const { value } = averageScore({ matrix, score: trueNegativeRate, average: 'micro' });
      expect(value).toBeCloseTo(1 - wrong / (met - 1), 12);
    }),
  );
});

test('weighted recall is accuracy, and macro recall over true classes balanced accuracy', () => {
  fc.assert(
    fc.property(predictions(), (rows) => {
      const matrix = multiclassConfusionMatrix(rows);
      const of = (average: 'macro' | 'weighted') =>
        averageScore({ matrix, score: recallScore, average }).value as number;
      const met = new Set([...rows.actual, ...rows.predicted]).size;
      const balanced = balancedAccuracyScore(matrix).value as number;
      expect(of('weighted')).toBeCloseTo(accuracyScore(matrix).value as number, 12);
      expect(of('macro')).toBeCloseTo((balanced * new Set(rows.actual).size) / met, 12);
    }),
  );
});

test.each(Object.entries(SCORES))('averages of %s lie between the worst and the best class', (_, score) => {
  fc.assert(
    fc.property(predictions(), fc.constantFrom('macro' as const, 'weighted' as const), (rows, average) => {
      const matrix = multiclassConfusionMatrix(rows);
      const met = oneVsRestMatrices(matrix).filter(([[, fp], [fn, tp]]) => fp + fn + tp > 0);
      const values = met.map((each) => score(each).value ?? 0);
      const value = averageScore({ matrix, score, average }).value as number;
      expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
      expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
    }),
  );
});

test('a class that nobody is in or predicts changes no average', () => {
  fc.assert(
    fc.property(predictions(), fc.constantFrom('micro', 'macro', 'weighted'), ({ classes, ...rows }, average) => {
      for (const score of Object.values(SCORES)) {
        const of = (matrix: MulticlassConfusionMatrix) => averageScore({ matrix, score, average });
        expect(of(multiclassConfusionMatrix({ ...rows, classes: classes + 2 }))).toEqual(
          of(multiclassConfusionMatrix({ ...rows, classes })),
        );
      }
    }),
  );
});

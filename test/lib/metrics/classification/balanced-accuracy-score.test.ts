import fc from 'fast-check';
import { accuracyScore, balancedAccuracyScore, multiclassConfusionMatrix } from '../../../../lib/metrics';
import { predictions } from './predictions-arbitrary';

const balanced = (actual: number[], predicted: number[], classes = 3) =>
  balancedAccuracyScore(multiclassConfusionMatrix({ actual, predicted, classes })).value as number;

test('of the fish classifier, by hand: half of 25 of 40 fish and 40 of 60 others', () => {
  const fish = [
    [40, 20],
    [15, 25],
  ];

  expect(balancedAccuracyScore(fish).value).toBeCloseTo((25 / 40 + 40 / 60) / 2, 14);
});

test('of three classes, as scikit-learn 1.9.1 computes it', () => {
  expect(balanced([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2])).toBeCloseTo(0.5555555555555555, 14);
});

test('a class that is predicted but never actual is left out, as in scikit-learn 1.9.1', () => {
  // balanced_accuracy_score([0, 0, 1, 1], [0, 2, 1, 1]) is 0.75, with a warning.
  expect(balanced([0, 0, 1, 1], [0, 2, 1, 1])).toBe(0.75);
});

test('whoever predicts one class always earns no more than any other constant', () => {
  expect(balanced([0, 0, 0, 0, 0, 0, 1, 2], [0, 0, 0, 0, 0, 0, 0, 0])).toBeCloseTo(1 / 3, 14);
  expect(balanced([0, 0, 0, 0, 0, 0, 1, 2], [2, 2, 2, 2, 2, 2, 2, 2])).toBeCloseTo(1 / 3, 14);
});

test('says why it is undefined', () => {
  expect(balancedAccuracyScore([[0]])).toEqual({ value: null, reason: 'there is no row' });
});

test('is 1 exactly when all is right, and never outside 0 to 1', () => {
  fc.assert(
    fc.property(predictions(), ({ actual, predicted, classes }) => {
      expect(balanced(actual, actual, classes)).toBe(1);
      const value = balanced(actual, predicted, classes);
      const isPerfect = actual.every((label, row) => label === predicted[row]);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value <= 1 && (value === 1) === isPerfect).toBe(true);
    }),
  );
});

test('is accuracy when every class has as many rows', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 }), { minLength: 9, maxLength: 9 }), (predicted) => {
      const matrix = multiclassConfusionMatrix({ actual: [0, 0, 0, 1, 1, 1, 2, 2, 2], predicted, classes: 3 });
      expect(balancedAccuracyScore(matrix).value).toBeCloseTo(accuracyScore(matrix).value as number, 14);
    }),
  );
});

import { checkSameLength, countPositives } from '../shared/scored-rows';

/** Counts of rows, `matrix[actual][predicted]`: rows are the true class, columns the predicted one, 0 before 1. */
export type ConfusionMatrix = readonly [
  actualNegative: readonly [trueNegatives: number, falsePositives: number],
  actualPositive: readonly [falseNegatives: number, truePositives: number],
];

/**
 * Counts how predictions meet the truth. Always two by two, even when one class is absent.
 * Throws on empty input, different lengths and anything but 0 and 1.
 */
export function confusionMatrix({
  actual,
  predicted,
}: {
  readonly actual: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
}): ConfusionMatrix {
  checkSameLength(actual, predicted, 'actual and predicted');
  const positives = countPositives(actual, 'actual');
  const predictedPositives = countPositives(predicted, 'predicted');
  let truePositives = 0;
  for (let index = 0; index < actual.length; index++)
    if (actual[index] === 1 && predicted[index] === 1) truePositives++;
  const falsePositives = predictedPositives - truePositives;
  return [
    [actual.length - positives - falsePositives, falsePositives],
    [positives - truePositives, truePositives],
  ];
}

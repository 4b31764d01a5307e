import { classTotals } from './class-totals';
import type { ConfusionMatrix } from './confusion-matrix';
import type { MulticlassConfusionMatrix } from './multiclass-confusion-matrix';

/**
 * For each class, by index, the two-class matrix of that class (positive) against all others (negative). Throws when the
 * matrix is not square and on an entry that is no count.
 */
export function oneVsRestMatrices(matrix: MulticlassConfusionMatrix): ConfusionMatrix[] {
  const { rows, actual, predicted, right } = classTotals(matrix);
  return right.map((truePositives, index): ConfusionMatrix => {
    const falseNegatives = (actual[index] as number) - truePositives;
    const falsePositives = (predicted[index] as number) - truePositives;
    return [
      [rows - truePositives - falseNegatives - falsePositives, falsePositives],
      [falseNegatives, truePositives],
    ];
  });
}

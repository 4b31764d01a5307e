import { checkClasses } from '../shared/check-classes';
import { checkSameLength } from '../shared/scored-rows';

/** Counts of rows, `matrix[actual][predicted]`, square, one row and one column a class; the two-class matrix is one. */
export type MulticlassConfusionMatrix = readonly (readonly number[])[];

/**
 * Counts how predictions of any number of classes meet the truth. Classes are the indexes from 0 to `classes - 1`, always
 * given, so that the matrix has one shape whichever of them occur. Throws on empty input, different lengths and a label
 * that is no such index.
 */
export function multiclassConfusionMatrix({
  actual,
  predicted,
  classes,
}: {
  readonly actual: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
  readonly classes: number;
}): MulticlassConfusionMatrix {
  checkSameLength(actual, predicted, 'actual and predicted');
  checkClasses(actual, classes, 'actual');
  checkClasses(predicted, classes, 'predicted');
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let index = 0; index < actual.length; index++) {
    const counts = matrix[actual[index] as number] as number[];
    const column = predicted[index] as number;
    counts[column] = (counts[column] as number) + 1;
  }
  return matrix;
}

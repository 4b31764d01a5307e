import type { ConfusionMatrix } from '../classification/confusion-matrix';
import { checkSameLength, countPositives } from '../shared/scored-rows';

/**
 * How decisions met the truth in each group of a facet: the rows that share a value, in the order of their first row.
 * Throws on empty input, different lengths, classes other than 0 and 1, and a facet value that is missing or no finite
 * number, naming index and value: a row of nobody's group would silently be among the others.
 */
export function facetMatrices<Group extends string | number>({
  facet,
  actual,
  predicted,
}: {
  readonly facet: ArrayLike<Group>;
  readonly actual: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
}): Map<Group, ConfusionMatrix> {
  checkSameLength(actual, predicted, 'actual and predicted');
  if (actual.length !== facet.length)
    throw new RangeError(`actual and facet differ in length: ${actual.length} and ${facet.length}`);
  countPositives(actual, 'actual');
  countPositives(predicted, 'predicted');
  const matrices = new Map<Group, [[number, number], [number, number]]>();
  for (let row = 0; row < actual.length; row++) {
    const group = facet[row] as Group;
    if (typeof group !== 'string' && !Number.isFinite(group))
      throw new RangeError(`facet[${row}] is ${group}, expected text or a finite number`);
    const matrix = matrices.get(group) ?? [
      [0, 0],
      [0, 0],
    ];
    matrices.set(group, matrix);
    matrix[actual[row] as 0 | 1][predicted[row] as 0 | 1]++;
  }
  return matrices;
}

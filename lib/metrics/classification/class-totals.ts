import type { MulticlassConfusionMatrix } from './multiclass-confusion-matrix';

/** Rows of each class, by index. */
interface ClassTotals {
  readonly rows: number;
  readonly actual: readonly number[];
  readonly predicted: readonly number[];
  /** Of each class, the rows that are predicted right. */
  readonly right: readonly number[];
}

/** Sums a confusion matrix by row and column. Throws when it is not square and on an entry that is no count. */
export function classTotals(matrix: MulticlassConfusionMatrix): ClassTotals {
  const actual = matrix.map(() => 0);
  const predicted = matrix.map(() => 0);
  matrix.forEach((counts, row) => {
    if (counts.length !== matrix.length)
      throw new RangeError(`matrix[${row}] has ${counts.length} columns, expected ${matrix.length}`);
    counts.forEach((count, column) => {
      if (!(count >= 0 && count < Infinity))
        throw new RangeError(`matrix[${row}][${column}] is ${count}, expected a count`);
      actual[row] = (actual[row] as number) + count;
      predicted[column] = (predicted[column] as number) + count;
    });
  });
  return {
    rows: actual.reduce((sum, count) => sum + count, 0),
    actual,
    predicted,
    right: matrix.map((counts, index) => counts[index] as number),
  };
}

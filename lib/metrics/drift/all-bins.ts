import type { ColumnCounts } from './column-baseline';

/** Rows in every bin of a column, missing values last. */
export function allBins({ counts, missing }: ColumnCounts): number[] {
  return [...counts, missing];
}

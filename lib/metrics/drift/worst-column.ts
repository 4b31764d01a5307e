import type { ColumnDrift } from './drift';

/** The column that moved furthest towards or beyond its limit, the first of equals; undefined when there is none. */
export function worstColumn(columns: readonly ColumnDrift[]): ColumnDrift | undefined {
  return columns.reduce<ColumnDrift | undefined>(
    (worst, column) => (worst && worst.ratio >= column.ratio ? worst : column),
    undefined,
  );
}

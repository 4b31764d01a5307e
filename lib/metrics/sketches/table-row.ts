import type { TableCounts } from './sketch';

/** One row of a table of counts, the zeros that are left out put back. */
export function tableRow(counts: TableCounts, row: number, length: number): number[] {
  return Array.from({ length }, (_, column) => counts[row]?.[column] ?? 0);
}

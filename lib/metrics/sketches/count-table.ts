import type { TableCounts } from './sketch';

/** Counts rows by two whole numbers, a row number and a column number of a table. */
export class CountTable {
  private readonly table: readonly Float64Array[];

  /** How many columns each row has. */
  public constructor(lengths: readonly number[]) {
    this.table = lengths.map((length) => new Float64Array(length));
  }

  public add(row: number, column: number): void {
    const counts = this.table[row] as Float64Array;
    counts[column] = (counts[column] as number) + 1;
  }

  /** What is not 0. */
  public get counts(): TableCounts {
    return Object.fromEntries(this.table.map((counts, row) => [row, notZero(counts)]));
  }
}

function notZero(counts: Float64Array): Record<string, number> {
  const found: Record<string, number> = {};
  for (let column = 0; column < counts.length; column++)
    if (counts[column] !== 0) found[column] = counts[column] as number;
  return found;
}

import { BadRowsError } from './bad-rows-error';

/** Which two columns of a stream of rows are meant. */
export interface Columns {
  /**
   * What is true of a row: the name of its column (of CSV with a header line, of a member of a JSON line), or its place in
   * CSV without a header line, from 0; -1 is the last.
   */
  readonly actual: string | number;
  /** What a model said of it: a score, or its prediction. */
  readonly predicted: string | number;
}

/** The places of both columns in lines of which `first` is the first, split. Throws naming a column that is not there. */
export function findColumns(
  { actual, predicted }: Columns,
  first: readonly string[],
): { readonly actual: number; readonly predicted: number; readonly count: number } {
  const find = (column: string | number) => {
    const place = typeof column === 'string' ? first.indexOf(column) : column < 0 ? first.length + column : column;
    if (!Number.isInteger(place) || place < 0 || place >= first.length)
      throw new BadRowsError(
        typeof column === 'string'
          ? `the header line has no column "${column}": it has ${first.join(', ')}`
          : `there is no column ${column}: the first line has ${first.length}`,
      );
    return place;
  };
  return { actual: find(actual), predicted: find(predicted), count: first.length };
}

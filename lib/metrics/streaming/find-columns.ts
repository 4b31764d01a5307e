import { BadRowsError } from './bad-rows-error';
import type { RowColumns } from './row-format';

/** The places of two columns in lines of `count` fields. */
export interface Places {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
}

/** Finds both columns by the fields of the first line. Throws naming a column that is not there, and when both are one. */
export function findColumns({ actual, predicted }: RowColumns, first: readonly string[]): Places {
  const find = (column: string | number) => {
    const place = typeof column === 'string' ? first.indexOf(column) : column < 0 ? first.length + column : column;
    if (first[place] !== undefined) return place;
    throw new BadRowsError(
      typeof column === 'string'
        ? `the header line has no column "${column}", it has ${first.join(', ')}`
        : `there is no column ${column}, the first line has ${first.length}`,
    );
  };
  const places = { actual: find(actual), predicted: find(predicted), count: first.length };
  if (places.actual === places.predicted)
    throw new BadRowsError(`actual (${actual}) and predicted (${predicted}) are the same column`);
  return places;
}

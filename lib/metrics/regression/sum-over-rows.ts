import { CompensatedSum } from '../statistics/compensated-sum';

/** What `termOf` says of each row, added up. Throws when no number can hold that: an infinite error compares with nothing. */
export function sumOverRows(rows: number, termOf: (row: number) => number): number {
  const sum = new CompensatedSum();
  for (let row = 0; row < rows; row++) sum.add(termOf(row));
  const { value } = sum;
  if (!Number.isFinite(value)) throw new RangeError('the rows are too large or too far apart to be summed');
  return value;
}

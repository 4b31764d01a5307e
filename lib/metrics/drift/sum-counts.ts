import { EmptyInputError } from '../shared/scored-rows';

/** All rows in the bins. Throws on a count that is none, naming index and value, and when there is no row. */
export function sumCounts(counts: ArrayLike<number>, name: string): number {
  let total = 0;
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] as number;
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`${name}[${index}] is ${count}, expected a count`);
    total += count;
  }
  if (total === 0) throw new EmptyInputError(`${name} needs at least 1 row`);
  return total;
}

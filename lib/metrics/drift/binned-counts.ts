import { EmptyInputError } from '../shared/scored-rows';

/** Rows in each bin of the same bins, at two times; by index. */
export interface BinnedCounts {
  /** What was, for example when a model was trained. */
  readonly expected: ArrayLike<number>;
  /** What is now. */
  readonly actual: ArrayLike<number>;
}

/** All rows of both. Throws on different bins, on a count that is none (naming index and value) and when either has no row. */
export function countRows({ expected, actual }: BinnedCounts): { readonly expected: number; readonly actual: number } {
  if (expected.length !== actual.length)
    throw new RangeError(`expected and actual differ in bins: ${expected.length} and ${actual.length}`);
  return { expected: sum(expected, 'expected'), actual: sum(actual, 'actual') };
}

function sum(counts: ArrayLike<number>, name: string): number {
  let total = 0;
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] as number;
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`${name}[${index}] is ${count}, expected a count`);
    total += count;
  }
  if (total === 0) throw new EmptyInputError(`${name} needs at least 1 row`);
  return total;
}

import { sumCounts } from './sum-counts';

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
  return { expected: sumCounts(expected, 'expected'), actual: sumCounts(actual, 'actual') };
}

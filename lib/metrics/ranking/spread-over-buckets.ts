import type { ScoreArray } from './bucket-scores';

/** Where the rows of each bucket go; see `bucketScale` for the first two. */
interface Buckets {
  readonly lowest: number;
  readonly scale: number;
  /** All 0 before and one longer than there are buckets; afterwards each bucket's end. */
  readonly ends: Uint32Array;
}

/** Writes the numbers of `from` to `to`, bucket by bucket; returns how many the fullest bucket has. */
export function spreadOverBuckets(from: ScoreArray, to: Float64Array, { lowest, scale, ends }: Buckets): number {
  for (let index = 0; index < from.length; index++) {
    const bucket = (((from[index] as number) - lowest) * scale) | 0;
    ends[bucket + 1] = (ends[bucket + 1] as number) + 1;
  }
  let most = 0;
  for (let bucket = 1; bucket < ends.length; bucket++) {
    const rows = ends[bucket] as number;
    if (rows > most) most = rows;
    ends[bucket] = rows + (ends[bucket - 1] as number);
  }
  for (let index = 0; index < from.length; index++) {
    const value = from[index] as number;
    const bucket = ((value - lowest) * scale) | 0;
    const at = ends[bucket] as number;
    to[at] = value;
    ends[bucket] = at + 1;
  }
  return most;
}

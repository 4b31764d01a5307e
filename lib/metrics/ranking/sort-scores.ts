import { bucketScale } from './bucket-scale';
import type { ScoreArray } from './bucket-scores';
import { extent } from './extent';
import { insertInOrder } from './insert-in-order';
import { spreadOverBuckets } from './spread-over-buckets';

/** Longest run worth sorting by insertion. */
const SHORT_RUN = 24;
const MOST_BUCKETS = 4096;
/** Scores so uneven that this many rounds do not part them are left to the native sort. */
const MOST_ROUNDS = 4;

/** A table for each round, since the next needs its own. */
const tables = Array.from({ length: MOST_ROUNDS }, () => new Uint32Array(MOST_BUCKETS + 1));

/**
 * Sorts finite numbers into `to`, which has their length, ascending; `scores` is left in disorder. Buckets of
 * equal width, and within each likewise: several times as fast as `Float64Array.sort`, never much slower.
 */
export function sortScores(scores: ScoreArray, to: Float64Array, round = 0): void {
  const from = scores instanceof Float64Array ? scores : new Float64Array(scores);
  const rows = from.length;
  if (rows <= SHORT_RUN) {
    to.set(from);
    insertInOrder(to, 0, rows);
    return;
  }
  const { lowest, highest } = extent(from);
  const buckets = Math.min(2 ** (31 - Math.clz32(rows)), MOST_BUCKETS);
  const scale = bucketScale({ buckets, lowest, highest });
  const table = tables[round];
  if (scale === 0 || !table) {
    to.set(from);
    if (lowest < highest) to.sort();
    return;
  }
  const ends = table.subarray(0, buckets + 1).fill(0);
  if (spreadOverBuckets(from, to, { lowest, scale, ends }) <= SHORT_RUN) insertInOrder(to, 0, rows);
  else finishBuckets(from, to, ends.subarray(0, buckets), round);
}

function finishBuckets(scratch: Float64Array, scores: Float64Array, ends: Uint32Array, round: number): void {
  let start = 0;
  for (let bucket = 0; bucket < ends.length; bucket++) {
    const end = ends[bucket] as number;
    if (end - start > SHORT_RUN) {
      const sorted = scratch.subarray(start, end);
      sortScores(scores.subarray(start, end), sorted, round + 1);
      scores.set(sorted, start);
    } else insertInOrder(scores, start, end);
    start = end;
  }
}

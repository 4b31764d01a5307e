import { bucketScale } from './bucket-scale';
import type { ScoreArray, ScoreBucket } from './bucket-scores';
import { extent } from './extent';
import { sortScores } from './sort-scores';
import { spreadOverBuckets } from './spread-over-buckets';

/** Scores of one bucket are compared one by one; where more than this meet, they are parted further. */
const MOST_COMPARED = 24;
const MOST_BUCKETS = 8192;
const ROWS_PER_PART = 16;
/** Scores so uneven that this many rounds do not part them are sorted. */
const MOST_ROUNDS = 6;

const table = new Uint32Array(MOST_BUCKETS + 1);
/** Kept between calls, since a bucket is one of thousands. */
let scratch = new Float64Array(MOST_BUCKETS);

/**
 * How often a positive row of a bucket scores above a negative one, counted twice, and a tie once. Only the rarer class is
 * put in order, roughly, and each row of the other looked up in it. Leaves the bucket in disorder.
 */
export function countWins(bucket: ScoreBucket, round = 0): number {
  const { positives, negatives } = bucket;
  const pairs = positives.length * negatives.length;
  if (pairs === 0) return 0;
  const [few, many] = positives.length <= negatives.length ? [positives, negatives] : [negatives, positives];
  const { lowest, highest } = extent(few);
  const buckets = Math.min(2 ** (33 - Math.clz32(few.length)), MOST_BUCKETS);
  const ends = table.subarray(0, buckets + 1).fill(0);
  const places = { lowest, highest, scale: bucketScale({ buckets, lowest, highest }), ends };
  if (scratch.length < few.length) scratch = new Float64Array(few.length);
  const spread = scratch.subarray(0, few.length);
  const most = lowest === highest ? 1 : spreadOverBuckets(few, spread, places);
  if (most > MOST_COMPARED)
    return round < MOST_ROUNDS && places.scale > 0 ? countParted(bucket, round) : countSorted(bucket);
  const wins = lowest === highest ? countAround(lowest, few.length, many) : lookUp(spread, many, places);
  return few === positives ? wins : 2 * pairs - wins;
}

interface Places {
  readonly lowest: number;
  readonly highest: number;
  readonly scale: number;
  readonly ends: Uint32Array;
}

/** How often one of `spread`, bucket by bucket, is above one of `others`; as `countWins`. */
function lookUp(spread: Float64Array, others: ScoreArray, { lowest, highest, scale, ends }: Places): number {
  const all = spread.length;
  let doubledWins = 0;
  for (let index = 0; index < others.length; index++) {
    const value = others[index] as number;
    if (value > highest) continue;
    if (value < lowest) {
      doubledWins += 2 * all;
      continue;
    }
    const bucket = ((value - lowest) * scale) | 0;
    const end = ends[bucket] as number;
    doubledWins += 2 * (all - end);
    for (let near = bucket === 0 ? 0 : (ends[bucket - 1] as number); near < end; near++) {
      const winner = spread[near] as number;
      if (winner > value) doubledWins += 2;
      else if (winner === value) doubledWins++;
    }
  }
  return doubledWins;
}

/** As `lookUp` when all are the same score, `times` of it. */
function countAround(score: number, times: number, others: ScoreArray): number {
  let doubled = 0;
  for (let index = 0; index < others.length; index++) {
    const value = others[index] as number;
    if (value < score) doubled += 2;
    else if (value === score) doubled++;
  }
  return times * doubled;
}

function countParted(bucket: ScoreBucket, round: number): number {
  let doubledWins = 0;
  let below = 0;
  for (const part of partBucket(bucket)) {
    doubledWins += countWins(part, round + 1) + 2 * part.positives.length * below;
    below += part.negatives.length;
  }
  return doubledWins;
}

/** A bucket's rows in buckets of rising score. */
function partBucket({ positives, negatives }: ScoreBucket): ScoreBucket[] {
  const [ofPositives, ofNegatives] = [extent(positives), extent(negatives)];
  const lowest = Math.min(ofPositives.lowest, ofNegatives.lowest);
  const highest = Math.max(ofPositives.highest, ofNegatives.highest);
  const buckets = Math.min(Math.ceil((positives.length + negatives.length) / ROWS_PER_PART), MOST_BUCKETS);
  const scale = bucketScale({ buckets, lowest, highest });
  const part = (scores: ScoreArray) => {
    const ends = new Uint32Array(buckets + 1);
    const parted = new Float64Array(scores.length);
    spreadOverBuckets(scores, parted, { lowest, scale, ends });
    return (at: number) => parted.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
  };
  const [ofPositive, ofNegative] = [part(positives), part(negatives)];
  return Array.from({ length: buckets }, (_, at) => ({ positives: ofPositive(at), negatives: ofNegative(at) }));
}

function countSorted({ positives, negatives }: ScoreBucket): number {
  const winners = new Float64Array(positives.length);
  const losers = new Float64Array(negatives.length);
  sortScores(positives, winners);
  sortScores(negatives, losers);
  let [doubledWins, below, upTo] = [0, 0, 0];
  for (let index = 0; index < winners.length; index++) {
    const value = winners[index] as number;
    while (below < losers.length && (losers[below] as number) < value) below++;
    while (upTo < losers.length && (losers[upTo] as number) <= value) upTo++;
    doubledWins += below + upTo;
  }
  return doubledWins;
}

import type { BucketedScores } from './bucket-scores';
import { sortScores } from './sort-scores';

/** Enough that calls cost nothing, few enough to stay in the processor's cache. */
const MOST_STEPS = 4096;

/** Distinct scores, from the highest down, with the rows of each class that have them; columns belong together by index. */
export interface ScoreSteps {
  /** How many there are; the columns may be longer. */
  readonly length: number;
  readonly score: Float64Array;
  readonly positives: Uint32Array;
  readonly negatives: Uint32Array;
}

/**
 * All distinct scores from the highest down, some at a time: everything that a curve, a threshold or a calibration is made
 * of, in one pass. The columns are overwritten when the next are asked for; the buckets are used up.
 */
export function* scoreSteps({ buckets }: BucketedScores): Generator<ScoreSteps> {
  const rows = buckets.map((bucket) => bucket.positives.length + bucket.negatives.length);
  const ordered = new Float64Array(Math.max(...rows));
  const steps = {
    length: 0,
    score: new Float64Array(MOST_STEPS),
    positives: new Uint32Array(MOST_STEPS),
    negatives: new Uint32Array(MOST_STEPS),
  };
  for (let index = buckets.length - 1; index >= 0; index--) {
    const { positives, negatives } = buckets[index] as BucketedScores['buckets'][number];
    const found = ordered.subarray(0, positives.length);
    const others = ordered.subarray(positives.length, rows[index]);
    sortScores(positives, found);
    sortScores(negatives, others);
    const left = { found: found.length, others: others.length };
    while (left.found > 0 || left.others > 0) {
      steps.length = mergeDown(found, others, left, steps);
      yield steps;
    }
  }
}

/** Merges what is left of two ascending columns into steps, from the end, until these are full; returns how many they are. */
function mergeDown(
  found: Float64Array,
  others: Float64Array,
  left: { found: number; others: number },
  { score, positives, negatives }: ScoreSteps,
): number {
  let { found: p, others: n } = left;
  let length = 0;
  for (; length < MOST_STEPS && (p > 0 || n > 0); length++) {
    const ofFound = p > 0 ? (found[p - 1] as number) : -Infinity;
    const ofOthers = n > 0 ? (others[n - 1] as number) : -Infinity;
    const highest = Math.max(ofFound, ofOthers);
    const [foundBefore, othersBefore] = [p, n];
    while (p > 0 && found[p - 1] === highest) p--;
    while (n > 0 && others[n - 1] === highest) n--;
    // No threshold of -0: it would be told apart from 0.
    score[length] = highest + 0;
    positives[length] = foundBefore - p;
    negatives[length] = othersBefore - n;
  }
  left.found = p;
  left.others = n;
  return length;
}

import type { ScoredRows } from '../shared/scored-rows';
import { sortByClass } from './sort-by-class';

/**
 * What a model does at each threshold, from the highest down; the four columns belong together by index. The first
 * point predicts nothing positive (threshold +Infinity), the last everything; between them stands each distinct score.
 */
export interface OperatingPoints {
  readonly threshold: Float64Array;
  readonly truePositives: Uint32Array;
  readonly falsePositives: Uint32Array;
  /** Rows of each class. */
  readonly positives: number;
  readonly negatives: number;
}

/** Counts what is predicted positive at every distinct score. Throws on empty input and bad rows. */
export function operatingPoints(rows: ScoredRows): OperatingPoints {
  const { positives, negatives } = sortByClass(rows);
  const threshold = new Float64Array(positives.length + negatives.length + 1).fill(Infinity);
  const truePositives = new Uint32Array(threshold.length);
  const falsePositives = new Uint32Array(threshold.length);
  let size = 1;
  for (let p = positives.length, n = negatives.length; p > 0 || n > 0; size++) {
    const highest = Math.max(positives[p - 1] ?? -Infinity, negatives[n - 1] ?? -Infinity);
    while (positives[p - 1] === highest) p--;
    while (negatives[n - 1] === highest) n--;
    threshold[size] = highest;
    truePositives[size] = positives.length - p;
    falsePositives[size] = negatives.length - n;
  }
  return {
    threshold: threshold.subarray(0, size),
    truePositives: truePositives.subarray(0, size),
    falsePositives: falsePositives.subarray(0, size),
    positives: positives.length,
    negatives: negatives.length,
  };
}

import type { ScoredRows } from '../shared/scored-rows';
import { bucketScores } from './bucket-scores';
import { scoreSteps } from './score-steps';

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
  const bucketed = bucketScores(rows);
  const threshold = new Float64Array(rows.score.length + 1).fill(Infinity, 0, 1);
  const truePositives = new Uint32Array(threshold.length);
  const falsePositives = new Uint32Array(threshold.length);
  let [size, found, falseAlarms] = [1, 0, 0];
  for (const { length, score, positives, negatives } of scoreSteps(bucketed))
    for (let step = 0; step < length; step++, size++) {
      threshold[size] = score[step] as number;
      truePositives[size] = found += positives[step] as number;
      falsePositives[size] = falseAlarms += negatives[step] as number;
    }
  return {
    threshold: threshold.subarray(0, size),
    truePositives: truePositives.subarray(0, size),
    falsePositives: falsePositives.subarray(0, size),
    positives: bucketed.positives,
    negatives: bucketed.negatives,
  };
}

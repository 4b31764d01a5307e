import type { OperatingPoints } from '../ranking/operating-points';
import { scoreBinEdge } from './score-bin';
import { type ScoreSketch, scoreBinsOf } from './score-sketch';

const MOST_ROWS = 2 ** 32 - 1;

/**
 * What the model does at the lower edge of each bin that holds rows, from the highest down: exact points, some of those that
 * `operatingPoints` has, for `rocCurve`, `bestThreshold` and whatever else takes them. Throws on more than 2^32 − 1 rows.
 */
export function sketchedOperatingPoints(sketch: ScoreSketch): OperatingPoints {
  const { bins, positives, negatives } = scoreBinsOf(sketch);
  if (Math.max(positives, negatives) > MOST_ROWS)
    throw new RangeError(`${positives} positive and ${negatives} negative rows are more than operating points count`);
  const threshold = new Float64Array(bins.length + 1).fill(Infinity);
  const truePositives = new Uint32Array(threshold.length);
  const falsePositives = new Uint32Array(threshold.length);
  for (const [index, bin] of [...bins].reverse().entries()) {
    threshold[index + 1] = scoreBinEdge(bin.bin);
    truePositives[index + 1] = (truePositives[index] as number) + bin.positives;
    falsePositives[index + 1] = (falsePositives[index] as number) + bin.negatives;
  }
  return { threshold, truePositives, falsePositives, positives, negatives };
}

import type { MetricBounds } from './metric-bounds';
import { type ScoreSketch, scoreBinsOf } from './score-sketch';

/**
 * Between these lies the Kolmogorov–Smirnov distance of the scores of the two classes, the largest distance of the ROC curve
 * from its diagonal: below, taken at the edges of bins alone; above, as if in each bin all rows of one class came first.
 * Undefined when a class is absent.
 */
export function classDistanceBounds(sketch: ScoreSketch): MetricBounds {
  const { bins, positives, negatives } = scoreBinsOf(sketch);
  if (positives === 0) return { lower: null, upper: null, reason: 'no row is positive' };
  if (negatives === 0) return { lower: null, upper: null, reason: 'no row is negative' };
  let [lower, upper] = [0, 0];
  let below = { positives: 0, negatives: 0 };
  for (const bin of bins) {
    const upTo = { positives: below.positives + bin.positives, negatives: below.negatives + bin.negatives };
    const distance = (found: number, falseAlarms: number) => Math.abs(found / positives - falseAlarms / negatives);
    lower = Math.max(lower, distance(upTo.positives, upTo.negatives));
    upper = Math.max(upper, distance(upTo.positives, below.negatives), distance(below.positives, upTo.negatives));
    below = upTo;
  }
  return { lower, upper };
}

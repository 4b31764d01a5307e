import type { MetricBounds } from './metric-bounds';
import { nearestRatio } from './nearest-ratio';
import { type ScoreSketch, scoreBinsOf } from './score-sketch';

/**
 * Between these lies the Kolmogorov–Smirnov distance of the scores of the two classes, which is also the largest distance of
 * true from false positive rate: below, taken at the edges of bins alone; above, as if in each bin all rows of one class
 * came first. Undefined when a class is absent.
 */
export function classDistanceBounds(sketch: ScoreSketch): MetricBounds {
  const { bins, positives, negatives } = scoreBinsOf(sketch);
  if (positives === 0) return { lower: null, upper: null, reason: 'no row is positive' };
  if (negatives === 0) return { lower: null, upper: null, reason: 'no row is negative' };
  // Whole numbers until the one division: the shares' common denominator is the number of pairs, soon beyond 2^53.
  const [allPositives, allNegatives] = [BigInt(positives), BigInt(negatives)];
  let [lower, upper, below] = [0n, 0n, 0n];
  for (const bin of bins) {
    const [found, falseAlarms] = [BigInt(bin.positives) * allNegatives, BigInt(bin.negatives) * allPositives];
    const upTo = below + found - falseAlarms;
    if (size(upTo) > lower) lower = size(upTo);
    for (const between of [below + found, below - falseAlarms]) if (size(between) > upper) upper = size(between);
    below = upTo;
  }
  const pairs = allPositives * allNegatives;
  return { lower: nearestRatio(lower, pairs), upper: nearestRatio(upper, pairs) };
}

function size(distance: bigint): bigint {
  return distance < 0n ? -distance : distance;
}

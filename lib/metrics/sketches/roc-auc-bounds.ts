import type { MetricBounds } from './metric-bounds';
import { nearestRatio } from './nearest-ratio';
import { type ScoreSketch, scoreBinsOf } from './score-sketch';

/**
 * Between these lies what `rocAucScore` says of the same rows: pairs in different bins are decided, those in one bin are all
 * lost below and all won above. Undefined when a class is absent.
 */
export function rocAucBounds(sketch: ScoreSketch): MetricBounds {
  const { bins, positives, negatives } = scoreBinsOf(sketch);
  if (positives === 0) return { lower: null, upper: null, reason: 'no row is positive' };
  if (negatives === 0) return { lower: null, upper: null, reason: 'no row is negative' };
  // Pairs of 10^8 rows and more are beyond what doubles count.
  let [won, undecided, negativesBelow] = [0n, 0n, 0n];
  for (const bin of bins) {
    const inBin = { positives: BigInt(bin.positives), negatives: BigInt(bin.negatives) };
    won += inBin.positives * negativesBelow;
    undecided += inBin.positives * inBin.negatives;
    negativesBelow += inBin.negatives;
  }
  const pairs = BigInt(positives) * BigInt(negatives);
  return { lower: nearestRatio(won, pairs), upper: nearestRatio(won + undecided, pairs) };
}

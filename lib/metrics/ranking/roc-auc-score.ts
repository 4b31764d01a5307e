import type { MetricValue } from '../shared/metric-value';
import type { ScoredParts } from '../shared/scored-rows';
import { bucketScores } from './bucket-scores';
import { countWins } from './count-wins';

/**
 * Area under the ROC curve: the chance that a positive row scores above a negative one, a tie counting half
 * (Mann–Whitney U, divided by the number of pairs). Exact for every finite score, up to 130 million rows.
 * Undefined when a class is absent. Throws on empty input and bad rows.
 */
export function rocAucScore(rows: ScoredParts): MetricValue {
  const { positives, negatives, buckets } = bucketScores(rows);
  if (positives === 0) return { value: null, reason: 'no row is positive' };
  if (negatives === 0) return { value: null, reason: 'no row is negative' };

  // Whole numbers below 2^53 throughout: a win counts two, a tie one.
  let doubledWins = 0;
  let below = 0;
  for (const bucket of buckets) {
    doubledWins += countWins(bucket) + 2 * bucket.positives.length * below;
    below += bucket.negatives.length;
  }
  return { value: doubledWins / (2 * positives * negatives) };
}

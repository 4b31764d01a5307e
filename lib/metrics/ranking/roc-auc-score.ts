import type { MetricValue } from '../shared/metric-value';
import type { ScoredRows } from '../shared/scored-rows';
import { sortByClass } from './sort-by-class';

/**
 * Area under the ROC curve: the chance that a positive row scores above a negative one, a tie counting half
 * (Mann–Whitney U, divided by the number of pairs). Exact for every finite score, up to 130 million rows.
 * Undefined when a class is absent. Throws on empty input and bad rows.
 */
export function rocAucScore(rows: ScoredRows): MetricValue {
  const { positives, negatives } = sortByClass(rows);
  if (positives.length === 0) return { value: null, reason: 'no row is positive' };
  if (negatives.length === 0) return { value: null, reason: 'no row is negative' };

  // Whole numbers below 2^53 throughout: a win counts two, a tie one.
  let doubledWins = 0;
  let below = 0;
  for (let index = 0; index < positives.length; ) {
    const value = positives[index] as number;
    const first = index;
    while (positives[index] === value) index++;
    while ((negatives[below] as number) < value) below++;
    let upTo = below;
    while (negatives[upTo] === value) upTo++;
    doubledWins += (index - first) * (below + upTo);
    below = upTo;
  }
  return { value: doubledWins / (2 * positives.length * negatives.length) };
}

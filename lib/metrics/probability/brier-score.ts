import type { ScoredRows } from '../shared/scored-rows';
import { CompensatedSum } from '../statistics/compensated-sum';
import { checkProbabilities } from './check-probabilities';

/**
 * Mean squared distance of the probability of class 1 from what came, 0 to 1 (Brier 1950, for two classes); lower is
 * better, despite its name. Throws on empty input, bad labels and a score outside 0 to 1, naming index and value.
 */
export function brierScore(rows: ScoredRows): number {
  checkProbabilities(rows);
  const sum = new CompensatedSum();
  for (let index = 0; index < rows.actual.length; index++)
    sum.add(((rows.score[index] as number) - (rows.actual[index] as number)) ** 2);
  return sum.value / rows.actual.length;
}

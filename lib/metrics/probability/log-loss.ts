import type { ScoredRows } from '../shared/scored-rows';
import { CompensatedSum } from '../statistics/compensated-sum';
import { checkProbabilities } from './check-probabilities';
import { rowLogLoss } from './row-log-loss';

/**
 * Mean cost of a row in nats, also called cross-entropy: 0 when all is certain and right, ln 2 for a coin. Scores are
 * probabilities of class 1. Throws on empty input, bad labels and a score outside 0 to 1, naming index and value.
 */
export function logLoss(rows: ScoredRows): number {
  checkProbabilities(rows);
  const sum = new CompensatedSum();
  for (let index = 0; index < rows.actual.length; index++)
    sum.add(rowLogLoss(rows.actual[index] as number, rows.score[index] as number));
  return sum.value / rows.actual.length;
}

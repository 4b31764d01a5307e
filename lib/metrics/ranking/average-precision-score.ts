import type { MetricValue } from '../shared/metric-value';
import type { ScoredRows } from '../shared/scored-rows';
import { AveragePrecisionTally } from './average-precision-tally';
import { bucketScores } from './bucket-scores';
import { scoreSteps } from './score-steps';

/**
 * Average precision: precision at each distinct score, weighted by the recall gained there, tied rows counting together. A
 * sum of steps, as in scikit-learn; trapezoids under the curve would flatter. Undefined without positives, where
 * scikit-learn answers 0. Throws on empty input and bad rows.
 */
export function averagePrecisionScore(rows: ScoredRows): MetricValue {
  const tally = new AveragePrecisionTally();
  for (const steps of scoreSteps(bucketScores(rows))) tally.take(steps);
  return tally.value;
}

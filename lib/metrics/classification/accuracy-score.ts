import { type MetricValue, ratio } from '../shared/metric-value';
import type { ConfusionMatrix } from './confusion-matrix';

/** Share of rows predicted right. With unbalanced classes it flatters whoever predicts the larger one. */
export function accuracyScore([
  [trueNegatives, falsePositives],
  [falseNegatives, truePositives],
]: ConfusionMatrix): MetricValue {
  const right = trueNegatives + truePositives;
  return ratio(right, right + falsePositives + falseNegatives, 'there is no row');
}

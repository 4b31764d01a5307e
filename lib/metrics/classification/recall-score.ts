import { type MetricValue, ratio } from '../shared/metric-value';
import type { ConfusionMatrix } from './confusion-matrix';

/** Share of the positives that are found; also called sensitivity and true-positive rate. Undefined without positives. */
export function recallScore([, [falseNegatives, truePositives]]: ConfusionMatrix): MetricValue {
  return ratio(truePositives, truePositives + falseNegatives, 'no row is positive');
}

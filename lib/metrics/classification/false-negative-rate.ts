import { type MetricValue, ratio } from '../shared/metric-value';
import type { ConfusionMatrix } from './confusion-matrix';

/** Share of the positives that are missed; lower is better. Undefined without positives. */
export function falseNegativeRate([, [falseNegatives, truePositives]]: ConfusionMatrix): MetricValue {
  return ratio(falseNegatives, truePositives + falseNegatives, 'no row is positive');
}

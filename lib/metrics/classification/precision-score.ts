import { type MetricValue, ratio } from '../shared/metric-value';
import type { ConfusionMatrix } from './confusion-matrix';

/** Share of the predicted positives that are positive. Undefined when nothing is predicted positive. */
export function precisionScore([[, falsePositives], [, truePositives]]: ConfusionMatrix): MetricValue {
  return ratio(truePositives, truePositives + falsePositives, 'no row is predicted positive');
}

import { type MetricValue, ratio } from '../shared/metric-value';
import type { ConfusionMatrix } from './confusion-matrix';

/** Share of the negatives predicted positive; lower is better. Undefined without negatives. */
export function falsePositiveRate([[trueNegatives, falsePositives]]: ConfusionMatrix): MetricValue {
  return ratio(falsePositives, trueNegatives + falsePositives, 'no row is negative');
}

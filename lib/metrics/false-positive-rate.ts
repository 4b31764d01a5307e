import type { ConfusionMatrix } from './confusion-matrix';
import { type MetricValue, ratio } from './metric-value';

/** Share of the negatives predicted positive; lower is better. Undefined without negatives. */
export function falsePositiveRate([[trueNegatives, falsePositives]]: ConfusionMatrix): MetricValue {
  return ratio(falsePositives, trueNegatives + falsePositives, 'no row is negative');
}

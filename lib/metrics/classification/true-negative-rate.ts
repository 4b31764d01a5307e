import { type MetricValue, ratio } from '../shared/metric-value';
import type { ConfusionMatrix } from './confusion-matrix';

/** Share of the negatives that are left alone; also called specificity. Undefined without negatives. */
export function trueNegativeRate([[trueNegatives, falsePositives]]: ConfusionMatrix): MetricValue {
  return ratio(trueNegatives, trueNegatives + falsePositives, 'no row is negative');
}

import { type MetricValue, ratio } from '../shared/metric-value';
import { classTotals } from './class-totals';
import type { MulticlassConfusionMatrix } from './multiclass-confusion-matrix';

/**
 * Share of rows predicted right, of two classes or more. With unbalanced classes it flatters whoever predicts the largest
 * one. Undefined without rows.
 */
export function accuracyScore(matrix: MulticlassConfusionMatrix): MetricValue {
  const { rows, right } = classTotals(matrix);
  return ratio(
    right.reduce((sum, count) => sum + count, 0),
    rows,
    'there is no row',
  );
}

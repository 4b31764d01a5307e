import { type MetricValue, ratio } from '../shared/metric-value';
import { classTotals } from './class-totals';
import type { MulticlassConfusionMatrix } from './multiclass-confusion-matrix';

/**
 * Mean recall over the classes that occur, two or more: always predicting one class earns no more than any other constant.
 * A class that is predicted but never actual is left out, as scikit-learn does. Undefined without rows.
 */
export function balancedAccuracyScore(matrix: MulticlassConfusionMatrix): MetricValue {
  const { actual, right } = classTotals(matrix);
  let recalls = 0;
  let classes = 0;
  actual.forEach((rows, index) => {
    if (rows === 0) return;
    recalls += (right[index] as number) / rows;
    classes++;
  });
  return ratio(recalls, classes, 'there is no row');
}

import type { MetricValue } from '../shared/metric-value';
import type { ConfusionMatrix } from './confusion-matrix';
import type { MulticlassConfusionMatrix } from './multiclass-confusion-matrix';
import { oneVsRestMatrices } from './one-vs-rest-matrices';

/**
 * A two-class score over all classes, each in turn against the rest: `micro` pools the counts, `macro` is the mean over
 * classes, `weighted` the mean over rows by their true class. A class that is neither actual nor predicted is left out; one
 * whose score is undefined counts 0, so `score` must be a score, higher being better. Both as in scikit-learn, labels not
 * given. Undefined without rows. Throws as `oneVsRestMatrices` does.
 */
export function averageScore({
  matrix,
  score,
  average,
}: {
  readonly matrix: MulticlassConfusionMatrix;
  readonly score: (oneVsRest: ConfusionMatrix) => MetricValue;
  readonly average: 'micro' | 'macro' | 'weighted';
}): MetricValue {
  const met = oneVsRestMatrices(matrix).filter(([[, falsePositives], [fn, tp]]) => falsePositives + fn + tp > 0);
  if (met.length === 0) return { value: null, reason: 'there is no row' };
  if (average === 'micro') return score(met.reduce(pool));
  let sum = 0;
  let weights = 0;
  for (const oneVsRest of met) {
    const [, [falseNegatives, truePositives]] = oneVsRest;
    const weight = average === 'macro' ? 1 : falseNegatives + truePositives;
    sum += weight * (score(oneVsRest).value ?? 0);
    weights += weight;
  }
  return { value: sum / weights };
}

const pool = (
  [[trueNegatives, falsePositives], [falseNegatives, truePositives]]: ConfusionMatrix,
  [[tn, fp], [fn, tp]]: ConfusionMatrix,
): ConfusionMatrix => [
  [trueNegatives + tn, falsePositives + fp],
  [falseNegatives + fn, truePositives + tp],
];

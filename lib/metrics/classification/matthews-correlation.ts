import type { MetricValue } from '../shared/metric-value';
import type { MulticlassConfusionMatrix } from './multiclass-confusion-matrix';
import { oneVsRestMatrices } from './one-vs-rest-matrices';

/**
 * Correlation of truth and prediction (Matthews 1975; for more than two classes Gorodkin's R_K, 2004, which is the same at
 * two): 1 when all is right, about 0 for a guess; −1, all wrong, is reached with two classes only. Undefined when truth or
 * prediction is constant, where scikit-learn answers 0. Throws as `oneVsRestMatrices` does.
 */
export function matthewsCorrelation(matrix: MulticlassConfusionMatrix): MetricValue {
  let covariance = 0;
  let actualVariance = 0;
  let predictedVariance = 0;
  for (const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] of oneVsRestMatrices(matrix)) {
    covariance += truePositives * trueNegatives - falsePositives * falseNegatives;
    actualVariance += (truePositives + falseNegatives) * (trueNegatives + falsePositives);
    predictedVariance += (truePositives + falsePositives) * (trueNegatives + falseNegatives);
  }
  if (actualVariance === 0) return { value: null, reason: 'every row is of one class' };
  if (predictedVariance === 0) return { value: null, reason: 'every row is predicted to be of one class' };
  // One root of the product, which a double holds up to 10^77 rows, makes a perfect correlation exactly 1.
  return { value: covariance / Math.sqrt(actualVariance * predictedVariance) };
}

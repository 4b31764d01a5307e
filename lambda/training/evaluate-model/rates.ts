import {
  accuracyScore,
  type ConfusionMatrix,
  falseNegativeRate,
  falsePositiveRate,
  fScore,
  type MetricValue,
  precisionScore,
  recallScore,
  trueNegativeRate,
} from '../../../lib/metrics';

/** By the names that SageMaker Studio knows; an undefined one says why. */
export type Rates = Readonly<
  Record<
    | 'accuracy'
    | 'precision'
    | 'recall'
    | 'true_positive_rate'
    | 'true_negative_rate'
    | 'false_positive_rate'
    | 'false_negative_rate'
    | 'f0_5'
    | 'f1'
    | 'f2',
    MetricValue
  >
>;

/** Every rate of a confusion matrix that the reports show. */
export function rates(matrix: ConfusionMatrix): Rates {
  return {
    accuracy: accuracyScore(matrix),
    precision: precisionScore(matrix),
    recall: recallScore(matrix),
    true_positive_rate: recallScore(matrix),
    true_negative_rate: trueNegativeRate(matrix),
    false_positive_rate: falsePositiveRate(matrix),
    false_negative_rate: falseNegativeRate(matrix),
    f0_5: fScore({ matrix, beta: 0.5 }),
    f1: fScore({ matrix, beta: 1 }),
    f2: fScore({ matrix, beta: 2 }),
  };
}

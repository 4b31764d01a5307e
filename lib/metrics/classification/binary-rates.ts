import type { MetricValue } from '../shared/metric-value';
import { accuracyScore } from './accuracy-score';
import { balancedAccuracyScore } from './balanced-accuracy-score';
import type { ConfusionMatrix } from './confusion-matrix';
import { fScore } from './f-score';
import { falseNegativeRate } from './false-negative-rate';
import { falsePositiveRate } from './false-positive-rate';
import { matthewsCorrelation } from './matthews-correlation';
import { precisionScore } from './precision-score';
import { recallScore } from './recall-score';
import { trueNegativeRate } from './true-negative-rate';

/** Every rate of a two-class confusion matrix by name; an undefined one says why. */
export interface BinaryRates {
  readonly accuracy: MetricValue;
  readonly balancedAccuracy: MetricValue;
  readonly precision: MetricValue;
  readonly recall: MetricValue;
  readonly trueNegativeRate: MetricValue;
  readonly falsePositiveRate: MetricValue;
  readonly falseNegativeRate: MetricValue;
  readonly f05: MetricValue;
  readonly f1: MetricValue;
  readonly f2: MetricValue;
  readonly matthewsCorrelation: MetricValue;
}

/** Every rate at once, each by the function of its name. */
export function binaryRates(matrix: ConfusionMatrix): BinaryRates {
  return {
    accuracy: accuracyScore(matrix),
    balancedAccuracy: balancedAccuracyScore(matrix),
    precision: precisionScore(matrix),
    recall: recallScore(matrix),
    trueNegativeRate: trueNegativeRate(matrix),
    falsePositiveRate: falsePositiveRate(matrix),
    falseNegativeRate: falseNegativeRate(matrix),
    f05: fScore({ matrix, beta: 0.5 }),
    f1: fScore({ matrix, beta: 1 }),
    f2: fScore({ matrix, beta: 2 }),
    matthewsCorrelation: matthewsCorrelation(matrix),
  };
}

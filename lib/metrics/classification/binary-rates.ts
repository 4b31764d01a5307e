import type { MetricValue } from '../shared/metric-value';
import { accuracyScore } from './accuracy-score';
import type { ConfusionMatrix } from './confusion-matrix';
import { fScore } from './f-score';
import { falseNegativeRate } from './false-negative-rate';
import { falsePositiveRate } from './false-positive-rate';
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

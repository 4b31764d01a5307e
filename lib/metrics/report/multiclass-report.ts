import { accuracyScore } from '../classification/accuracy-score';
import { averageScore } from '../classification/average-score';
import { balancedAccuracyScore } from '../classification/balanced-accuracy-score';
import { fScore } from '../classification/f-score';
import { matthewsCorrelation } from '../classification/matthews-correlation';
import type { MulticlassConfusionMatrix } from '../classification/multiclass-confusion-matrix';
import { precisionScore } from '../classification/precision-score';
import { recallScore } from '../classification/recall-score';
import type { MetricValue } from '../shared/metric-value';

/** A score averaged over classes; see `averageScore`. */
interface Averages {
  readonly micro: MetricValue;
  readonly macro: MetricValue;
  readonly weighted: MetricValue;
}

/** All that is measured of predicted classes: plain data that JSON carries unchanged. */
export interface MulticlassReport {
  readonly rows: number;
  /** Names by index of the matrix. */
  readonly classes: readonly string[];
  readonly confusionMatrix: MulticlassConfusionMatrix;
  readonly accuracy: MetricValue;
  readonly balancedAccuracy: MetricValue;
  readonly matthewsCorrelation: MetricValue;
  readonly precision: Averages;
  readonly recall: Averages;
  readonly f1: Averages;
}

/** Every measure of a confusion matrix of any number of classes. Throws as `averageScore` does. */
export function multiclassReport(
  confusionMatrix: MulticlassConfusionMatrix,
  classes: readonly string[],
): MulticlassReport {
  const averages = (score: Parameters<typeof averageScore>[0]['score']): Averages => {
    const by = (average: keyof Averages) => averageScore({ matrix: confusionMatrix, score, average });
    return { micro: by('micro'), macro: by('macro'), weighted: by('weighted') };
  };
  return {
    rows: confusionMatrix.flat().reduce((rows, count) => rows + count, 0),
    classes,
    confusionMatrix,
    accuracy: accuracyScore(confusionMatrix),
    balancedAccuracy: balancedAccuracyScore(confusionMatrix),
    matthewsCorrelation: matthewsCorrelation(confusionMatrix),
    precision: averages(precisionScore),
    recall: averages(recallScore),
    f1: averages((matrix) => fScore({ matrix, beta: 1 })),
  };
}

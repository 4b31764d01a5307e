import { binaryRates } from '../classification/binary-rates';
import type { BinaryReport } from './binary-report';
import { type QualityMatrix, qualityMatrix } from './quality-matrix';
import { type QualityScalar, qualityScalar } from './quality-scalar';

/** Rates that a report gives of the model and of a constant classifier beside it. */
type Compared = 'recall' | 'precision' | 'accuracy' | 'f0_5' | 'f1' | 'f2';

export interface BinaryModelQuality {
  readonly binary_classification_metrics: Readonly<
    Record<
      Compared | `${Compared}_best_constant_classifier` | `${'true' | 'false'}_${'positive' | 'negative'}_rate` | 'auc',
      QualityScalar
    >
  > & {
    readonly confusion_matrix: QualityMatrix;
    readonly receiver_operating_characteristic_curve: {
      readonly false_positive_rates: readonly number[];
      readonly true_positive_rates: readonly number[];
    };
    readonly precision_recall_curve: { readonly precisions: readonly number[]; readonly recalls: readonly number[] };
  };
}

/**
 * A binary report as SageMaker Studio draws it beside a model version. Layout: SageMaker Developer Guide, "Model quality
 * metrics", binary classification. Undefined numbers are the text "NaN", an undefined curve has no points. AWS's "best
 * constant classifier" is, in its own examples, the one that always predicts class 1, however few rows that is right
 * for; so it is here, and nobody should take it for a majority baseline.
 */
export function binaryModelQuality(report: BinaryReport): BinaryModelQuality {
  const { confusionMatrix, rates, rocAuc, rocCurve, precisionRecallCurve, positives, negatives } = report;
  const constant = binaryRates([
    [0, negatives],
    [0, positives],
  ]);
  return {
    binary_classification_metrics: {
      confusion_matrix: qualityMatrix(confusionMatrix, ['0', '1']),
      recall: qualityScalar(rates.recall),
      precision: qualityScalar(rates.precision),
      accuracy: qualityScalar(rates.accuracy),
      recall_best_constant_classifier: qualityScalar(constant.recall),
      precision_best_constant_classifier: qualityScalar(constant.precision),
      accuracy_best_constant_classifier: qualityScalar(constant.accuracy),
      true_positive_rate: qualityScalar(rates.recall),
      true_negative_rate: qualityScalar(rates.trueNegativeRate),
      false_positive_rate: qualityScalar(rates.falsePositiveRate),
      false_negative_rate: qualityScalar(rates.falseNegativeRate),
      receiver_operating_characteristic_curve: {
        false_positive_rates: rocCurve?.falsePositiveRates ?? [],
        true_positive_rates: rocCurve?.truePositiveRates ?? [],
      },
      precision_recall_curve: precisionRecallCurve ?? { precisions: [], recalls: [] },
      auc: qualityScalar(rocAuc),
      f0_5: qualityScalar(rates.f05),
      f1: qualityScalar(rates.f1),
      f2: qualityScalar(rates.f2),
      f0_5_best_constant_classifier: qualityScalar(constant.f05),
      f1_best_constant_classifier: qualityScalar(constant.f1),
      f2_best_constant_classifier: qualityScalar(constant.f2),
    },
  };
}

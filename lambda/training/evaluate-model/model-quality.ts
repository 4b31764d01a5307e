import type { Evaluation } from './evaluation';
import { rates } from './rates';

/**
 * An evaluation as SageMaker Studio draws it beside a model version. Layout: SageMaker Developer Guide, "Model quality
 * metrics", binary classification. Undefined numbers are the text "NaN", as there; so is every standard deviation, which
 * AWS takes from random samples, while the same model shall always have the same report.
 */
export function modelQuality({ matrix, rocAuc, roc, precisionRecall }: Evaluation) {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = matrix;
  const scalar = (value: number | null) => ({ value: value ?? 'NaN', standard_deviation: 'NaN' });
  const named = Object.entries(rates(matrix)).map(([name, { value }]) => [name, scalar(value)]);
  return {
    binary_classification_metrics: {
      confusion_matrix: {
        '0': { '0': trueNegatives, '1': falsePositives },
        '1': { '0': falseNegatives, '1': truePositives },
      },
      ...Object.fromEntries(named),
      auc: scalar(rocAuc),
      receiver_operating_characteristic_curve: {
        false_positive_rates: roc.falsePositiveRates,
        true_positive_rates: roc.truePositiveRates,
      },
      precision_recall_curve: precisionRecall,
    },
  };
}

import { precisionRecallCurve, rocCurve, thinPoints } from '../../../lib/metrics';
import type { Evaluation } from './evaluation';
import { rates } from './rates';

/** Points of a curve in a report: more cannot be seen. */
export const CURVE_POINTS = 200;

/**
 * An evaluation as SageMaker Studio draws it beside a model version. Layout: SageMaker Developer Guide, "Model quality
 * metrics", binary classification. Undefined numbers are the text "NaN", as there; so is every standard deviation, which
 * AWS takes from random samples, while the same model shall always have the same report.
 */
export function modelQuality({ matrix, rocAuc, points }: Evaluation) {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = matrix;
  const scalar = (value: number | null) => ({ value: value ?? 'NaN', standard_deviation: 'NaN' });
  const named = Object.entries(rates(matrix)).map(([name, { value }]) => [name, scalar(value)]);
  const drawn = thinPoints({ points, maximum: CURVE_POINTS });
  const roc = rocCurve(drawn);
  const precisionRecall = precisionRecallCurve(drawn);
  return {
    binary_classification_metrics: {
      confusion_matrix: {
        '0': { '0': trueNegatives, '1': falsePositives },
        '1': { '0': falseNegatives, '1': truePositives },
      },
      ...Object.fromEntries(named),
      auc: scalar(rocAuc),
      receiver_operating_characteristic_curve: {
        false_positive_rates: roc?.falsePositiveRates,
        true_positive_rates: roc?.truePositiveRates,
      },
      precision_recall_curve: precisionRecall,
    },
  };
}

import {
  bestThreshold,
  type ConfusionMatrix,
  type ConstantPolicies,
  confusionMatrix,
  constantPolicies,
  type MetricValue,
  netValue,
  netValueCurve,
  operatingPoints,
  type PrecisionRecallCurve,
  precisionRecallCurve,
  predictAt,
  type RocCurve,
  rocAucScore,
  rocCurve,
  type ScoredRows,
  thinPoints,
} from '../../../lib/metrics';
import type { BusinessGoal } from './business-goal';

/** Points of a curve in a report: more cannot be seen. */
const CURVE_POINTS = 200;

export interface Candidate {
  readonly validation: ScoredRows;
  readonly test: ScoredRows;
  /** The linear baseline's scores of the test rows. */
  readonly linearTest: ScoredRows;
}

/** A candidate in numbers; all but the threshold and the count of validation rows are about the test rows. */
export interface Evaluation {
  /** Act from this score upwards. */
  readonly threshold: number;
  readonly rocAuc: number;
  readonly linearRocAuc: number;
  readonly matrix: ConfusionMatrix;
  /** In currency units. */
  readonly netValue: number;
  readonly policies: ConstantPolicies;
  readonly rows: { readonly validation: number; readonly test: number; readonly testPositives: number };
  readonly roc: RocCurve;
  readonly precisionRecall: PrecisionRecallCurve;
  /** By index, from the highest threshold down; an infinite one is to act on nobody. */
  readonly netValues: { readonly threshold: Float64Array; readonly value: Float64Array };
}

/**
 * Measures a candidate: the threshold is chosen by money on the validation rows, everything else is measured on the test
 * rows, which had no part in any choice. Throws when a class is absent from the test rows.
 */
export function evaluate({ validation, test, linearTest }: Candidate, { outcomeValues }: BusinessGoal): Evaluation {
  const best = bestThreshold({ points: operatingPoints(validation), outcomeValues });
  // JSON knows no infinity; no score reaches this number either.
  const threshold = Math.min(best.threshold, Number.MAX_VALUE);
  const matrix = confusionMatrix({ actual: test.actual, predicted: predictAt({ score: test.score, threshold }) });
  const points = operatingPoints(test);
  const { positives, negatives } = points;
  const drawn = thinPoints({ points, maximum: CURVE_POINTS });
  const [roc, precisionRecall] = [rocCurve(drawn), precisionRecallCurve(drawn)];
  if (!roc || !precisionRecall)
    throw new Error(
      `the test rows hold ${positives} positive and ${negatives} negative ones: both are needed to judge`,
    );
  return {
    threshold,
    rocAuc: defined(rocAucScore(test)),
    linearRocAuc: defined(rocAucScore(linearTest)),
    matrix,
    netValue: netValue({ matrix, outcomeValues }),
    policies: constantPolicies({ positives, negatives, outcomeValues }),
    rows: { validation: validation.actual.length, test: positives + negatives, testPositives: positives },
    roc,
    precisionRecall,
    netValues: { threshold: drawn.threshold, value: netValueCurve({ points: drawn, outcomeValues }) },
  };
}

function defined(metric: MetricValue): number {
  if (metric.value === null) throw new Error(`ROC AUC is undefined: ${metric.reason}`);
  return metric.value;
}

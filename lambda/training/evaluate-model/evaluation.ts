import {
  bestThreshold,
  type ConfusionMatrix,
  type ConstantPolicies,
  confusionMatrix,
  constantPolicies,
  type MetricValue,
  netValue,
  type OperatingPoints,
  operatingPoints,
  predictAt,
  rocAucScore,
  type ScoredRows,
} from '../../../lib/metrics';
import type { BusinessGoal } from './business-goal';

export interface Candidate {
  readonly validation: ScoredRows;
  readonly test: ScoredRows;
  /** The linear baseline's scores of the test rows. */
  readonly linearTest: ScoredRows;
}

/** A candidate in numbers; all but the threshold and `validationRows` are about the test rows. */
export interface Evaluation {
  /** Act from this score upwards. */
  readonly threshold: number;
  readonly rocAuc: number;
  readonly linearRocAuc: number;
  readonly matrix: ConfusionMatrix;
  /** In currency units. */
  readonly netValue: number;
  readonly policies: ConstantPolicies;
  readonly points: OperatingPoints;
  readonly validationRows: number;
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
  return {
    threshold,
    rocAuc: defined(rocAucScore(test)),
    linearRocAuc: defined(rocAucScore(linearTest)),
    matrix,
    netValue: netValue({ matrix, outcomeValues }),
    policies: constantPolicies({ ...points, outcomeValues }),
    points,
    validationRows: validation.actual.length,
  };
}

function defined(metric: MetricValue): number {
  if (metric.value === null) throw new Error(`ROC AUC of the test rows is undefined: ${metric.reason}`);
  return metric.value;
}

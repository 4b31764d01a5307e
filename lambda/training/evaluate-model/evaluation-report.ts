import {
  type ConstantPolicies,
  netValueCurve,
  type OutcomeValues,
  type RocCurve,
  rocCurve,
  thinPoints,
} from '../../../lib/metrics';
import type { BusinessGoal } from './business-goal';
import type { Evaluation } from './evaluation';
import type { Verdict } from './gate';
import { CURVE_POINTS } from './model-quality';
import { type Rates, rates } from './rates';

/** `report.json`: an evaluation for people and for our own page. Money is in units of `currency`. */
export interface EvaluationReport extends Verdict {
  readonly rocAuc: number;
  readonly linearRocAuc: number;
  readonly minimumRocAuc: number;
  /** Act from this score upwards; chosen on the validation rows, while all else is about the test rows. */
  readonly threshold: number;
  /** Rows of each outcome at the threshold. */
  readonly confusionMatrix: Readonly<Record<keyof OutcomeValues, number>>;
  readonly rates: Rates;
  readonly currency: string;
  readonly outcomeValues: OutcomeValues;
  readonly netValue: number;
  readonly constantPolicies: ConstantPolicies;
  readonly rows: { readonly validation: number; readonly test: number; readonly testPositives: number };
  readonly rocCurve: RocCurve | null;
  /** By index, from the highest threshold down; null is to act on nobody. */
  readonly netValueCurve: { readonly thresholds: readonly (number | null)[]; readonly netValues: readonly number[] };
}

/** What `report.json` says of an evaluation and its verdict; curves are thinned to what can be seen. */
export function evaluationReport(evaluation: Evaluation, goal: BusinessGoal, verdict: Verdict): EvaluationReport {
  const { threshold, rocAuc, linearRocAuc, matrix, netValue, policies, points, validationRows } = evaluation;
  const [[trueNegative, falsePositive], [falseNegative, truePositive]] = matrix;
  const drawn = thinPoints({ points, maximum: CURVE_POINTS });
  return {
    ...verdict,
    rocAuc,
    linearRocAuc,
    minimumRocAuc: goal.minimum,
    threshold,
    confusionMatrix: { trueNegative, falsePositive, falseNegative, truePositive },
    rates: rates(matrix),
    currency: goal.currency,
    outcomeValues: goal.outcomeValues,
    netValue,
    constantPolicies: policies,
    rows: { validation: validationRows, test: points.positives + points.negatives, testPositives: points.positives },
    rocCurve: rocCurve(drawn),
    netValueCurve: {
      thresholds: Array.from(drawn.threshold, (each) => (Number.isFinite(each) ? each : null)),
      netValues: Array.from(netValueCurve({ points: drawn, outcomeValues: goal.outcomeValues })),
    },
  };
}

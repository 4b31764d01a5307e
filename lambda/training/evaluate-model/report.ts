import type { ConfusionMatrix, ConstantPolicies, OutcomeValues, RocCurve } from '../../../lib/metrics';
import type { BusinessGoal } from './business-goal';
import type { Evaluation } from './evaluation';
import type { Verdict } from './gate';
import { type Rates, rates } from './rates';

/** `report.json`: an evaluation for people and for our own page. Money is in units of `currency`. */
export interface EvaluationReport extends Verdict {
  readonly rocAuc: number;
  readonly linearRocAuc: number;
  readonly minimumRocAuc: number;
  /** Act from this score upwards; chosen on the validation rows, while all else is about the test rows. */
  readonly threshold: number;
  /** At the threshold. */
  readonly confusionMatrix: ConfusionMatrix;
  readonly rates: Rates;
  readonly currency: string;
  readonly outcomeValues: OutcomeValues;
  readonly netValue: number;
  readonly constantPolicies: ConstantPolicies;
  readonly rows: Evaluation['rows'];
  readonly rocCurve: RocCurve;
  /** By index, from the highest threshold down; null is to act on nobody. */
  readonly netValueCurve: { readonly thresholds: readonly (number | null)[]; readonly netValues: readonly number[] };
}

/** What `report.json` says of an evaluation and its verdict. */
export function report(evaluation: Evaluation, goal: BusinessGoal, verdict: Verdict): EvaluationReport {
  const { threshold, rocAuc, linearRocAuc, matrix, netValue, policies, rows, roc, netValues } = evaluation;
  return {
    ...verdict,
    rocAuc,
    linearRocAuc,
    minimumRocAuc: goal.minimum,
    threshold,
    confusionMatrix: matrix,
    rates: rates(matrix),
    currency: goal.currency,
    outcomeValues: goal.outcomeValues,
    netValue,
    constantPolicies: policies,
    rows,
    rocCurve: roc,
    netValueCurve: {
      thresholds: Array.from(netValues.threshold, (each) => (Number.isFinite(each) ? each : null)),
      netValues: Array.from(netValues.value),
    },
  };
}

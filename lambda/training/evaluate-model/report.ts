import type { BinaryReport } from '../../../lib/metrics';
import type { BusinessGoal } from './business-goal';
import type { Evaluation } from './evaluation';
import type { Verdict } from './gate';

/** `report.json`: a candidate's measures on the test rows, and its verdict. Money is in units of `currency`. */
export interface EvaluationReport extends Verdict, BinaryReport {
  readonly linearRocAuc: number;
  readonly minimumRocAuc: number;
  readonly currency: string;
  /** Rows on which the threshold was chosen; they had no other part. */
  readonly validationRows: number;
}

/** What `report.json` says of an evaluation and its verdict. */
export function evaluationReport(
  { report, linearRocAuc, validationRows }: Evaluation,
  { minimum, currency }: BusinessGoal,
  verdict: Verdict,
): EvaluationReport {
  return { ...verdict, ...report, linearRocAuc, minimumRocAuc: minimum, currency, validationRows };
}

import {
  type BinaryReport,
  evaluateBinary,
  type MetricValue,
  rocAucScore,
  type ScoreBlocks,
} from '../../../lib/metrics';
import type { BusinessGoal } from './business-goal';

export interface Candidate {
  readonly validation: ScoreBlocks;
  readonly test: ScoreBlocks;
  /** The linear baseline's scores of the test rows. */
  readonly linearTest: ScoreBlocks;
}

/** A candidate in numbers; all but the threshold and the count of validation rows are about the test rows. */
export interface Evaluation {
  /** Act from this score upwards. */
  readonly threshold: number;
  readonly validationRows: number;
  readonly rocAuc: number;
  readonly linearRocAuc: number;
  readonly money: NonNullable<BinaryReport['money']>;
  readonly report: BinaryReport;
}

/**
 * Measures a candidate: the threshold is chosen by money on the validation rows, everything else is measured on the test
 * rows, which had no part in any choice. Throws when a class is absent from the test rows.
 */
export function evaluate({ validation, test, linearTest }: Candidate, { outcomeValues }: BusinessGoal): Evaluation {
  const best = evaluateBinary(validation.parts, { outcomeValues }).threshold;
  const report = evaluateBinary(test.parts, { threshold: best ?? Infinity, outcomeValues });
  const { positives, negatives, money } = report;
  if (positives === 0 || negatives === 0 || !money)
    throw new Error(
      `the test rows hold ${positives} positive and ${negatives} negative ones: both are needed to judge`,
    );
  return {
    // JSON knows no infinity; no score reaches this number either.
    threshold: best ?? Number.MAX_VALUE,
    validationRows: validation.rows,
    rocAuc: defined(report.rocAuc),
    linearRocAuc: defined(rocAucScore(linearTest.parts)),
    money,
    report,
  };
}

function defined(metric: MetricValue): number {
  if (metric.value === null) throw new Error(`ROC AUC is undefined: ${metric.reason}`);
  return metric.value;
}

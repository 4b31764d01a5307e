import { rowLogLoss } from '../probability/row-log-loss';
import type { MetricValue } from '../shared/metric-value';
import { checkKind } from './check-kind';
import { checkScoredRow } from './check-scored-row';
import { ExactNumber } from './exact-number';
import { exactRatio } from './exact-ratio';
import { ExactSum } from './exact-sum';
import type { Sketch } from './sketch';

const KIND = 'loss-sketch/1';

/** What probabilities cost: sums over rows. */
export interface LossSketch extends Sketch {
  readonly counts: { readonly rows: number };
  readonly sums: { readonly logLoss: string; readonly brierScore: string };
}

/** Adds up the log loss and the Brier score of rows, one at a time, without rounding the sums. */
export class LossSketchBuilder {
  private readonly logLoss = new ExactSum();
  private readonly brierScore = new ExactSum();
  private rows = 0;

  /** Throws on a label other than 0 and 1 and on a score outside 0 to 1, naming row and value. */
  public add(actual: number, score: number): void {
    checkScoredRow(actual, score, this.rows);
    this.logLoss.add(rowLogLoss(actual, score));
    this.brierScore.add((score - actual) ** 2);
    this.rows++;
  }

  public build(): LossSketch {
    const { rows, logLoss, brierScore } = this;
    const sums = { logLoss: logLoss.total.toString(), brierScore: brierScore.total.toString() };
    return { kind: KIND, counts: { rows }, sums };
  }
}

/**
 * The means that `logLoss` and `brierScore` take, but rounded once, where those round their sum: the last digit may differ.
 * Undefined without rows.
 */
export function sketchedLosses(sketch: LossSketch): {
  readonly logLoss: MetricValue;
  readonly brierScore: MetricValue;
} {
  checkKind(sketch, KIND);
  const rows = ExactNumber.of(sketch.counts.rows);
  const mean = (sum: string) => exactRatio(ExactNumber.parse(sum), rows, 'there is no row');
  return { logLoss: mean(sketch.sums.logLoss), brierScore: mean(sketch.sums.brierScore) };
}

import type { ScoreSteps } from '../ranking/score-steps';
import { CompensatedSum } from '../statistics/compensated-sum';
import { rowLogLoss } from './row-log-loss';

/** Sums up log loss and Brier score over steps of probabilities; equal scores cost one logarithm for each class. */
export class LossTally {
  private readonly logLosses = new CompensatedSum();
  private readonly squares = new CompensatedSum();
  private rows = 0;

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    for (let step = 0; step < length; step++) {
      const value = score[step] as number;
      const found = positives[step] as number;
      const others = negatives[step] as number;
      this.rows += found + others;
      if (found > 0) this.logLosses.add(found * rowLogLoss(1, value));
      if (others > 0) this.logLosses.add(others * rowLogLoss(0, value));
      this.squares.add(found * (1 - value) ** 2 + others * value ** 2);
    }
  }

  /** In nats a row. */
  public get logLoss(): number {
    return this.logLosses.value / this.rows;
  }

  public get brierScore(): number {
    return this.squares.value / this.rows;
  }
}

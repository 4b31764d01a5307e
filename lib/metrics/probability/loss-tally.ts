import type { ScoreSteps } from '../ranking/score-steps';
import { CompensatedSum } from '../statistics/compensated-sum';
import { rowLogLoss } from './row-log-loss';

/**
 * Sums up log loss and Brier score over steps of probabilities; equal scores cost one logarithm for each class. Sums of one
 * batch of steps, some thousands, are plain, those of batches compensated.
 */
export class LossTally {
  private readonly logLosses = new CompensatedSum();
  private readonly squares = new CompensatedSum();
  private rows = 0;

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    let rows = 0;
    let logLosses = 0;
    let squares = 0;
    for (let step = 0; step < length; step++) {
      const value = score[step] as number;
      const found = positives[step] as number;
      const others = negatives[step] as number;
      rows += found + others;
      if (found > 0) logLosses += found * rowLogLoss(1, value);
      if (others > 0) logLosses += others * rowLogLoss(0, value);
      squares += found * (1 - value) * (1 - value) + others * value * value;
    }
    this.rows += rows;
    this.logLosses.add(logLosses);
    this.squares.add(squares);
  }

  /** In nats a row. */
  public get logLoss(): number {
    return this.logLosses.value / this.rows;
  }

  public get brierScore(): number {
    return this.squares.value / this.rows;
  }
}

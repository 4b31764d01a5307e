import type { ScoreSteps } from '../ranking/score-steps';
import { CompensatedSum } from '../statistics/compensated-sum';
import { LEAST_PROBABILITY, rowLogLoss } from './row-log-loss';

/** One more factor, a least probability, and the product would still be far from what doubles round to 0. */
const SMALL_PRODUCT = 2 ** -900;

/**
 * Sums up log loss and Brier score over steps of probabilities. A logarithm of a product is a sum of logarithms, so one
 * serves hundreds of rows. Sums of one batch of steps, some thousands, are plain, those of batches compensated.
 */
export class LossTally {
  private readonly logLosses = new CompensatedSum();
  private readonly squares = new CompensatedSum();
  private rows = 0;

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    let rows = 0;
    let logLosses = 0;
    let squares = 0;
    let product = 1;
    for (let step = 0; step < length; step++) {
      const value = score[step] as number;
      const found = positives[step] as number;
      const others = negatives[step] as number;
      rows += found + others;
      if (found + others === 1) {
        // What the row's class was given, without asking which it is: that would be guessed wrong every third row.
        const probability = others + (found - others) * value;
        product *= Math.max(probability, LEAST_PROBABILITY);
      } else {
        if (found > 0) logLosses += found * rowLogLoss(1, value);
        if (others > 0) logLosses += others * rowLogLoss(0, value);
      }
      if (product < SMALL_PRODUCT) {
        logLosses -= Math.log(product);
        product = 1;
      }
      squares += found * (1 - value) * (1 - value) + others * value * value;
    }
    this.rows += rows;
    this.logLosses.add(logLosses - Math.log(product));
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

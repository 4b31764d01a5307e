import type { MetricValue } from '../shared/metric-value';
import type { ScoreSteps } from './score-steps';

/** Adds up the area under the ROC curve over steps from the highest score down; see `rocAucScore`. */
export class RocAucTally {
  private doubledWins = 0;
  private found = 0;
  private falseAlarms = 0;

  public take({ length, positives, negatives }: ScoreSteps): void {
    let { doubledWins, found, falseAlarms } = this;
    for (let step = 0; step < length; step++) {
      const others = negatives[step] as number;
      const gained = positives[step] as number;
      // Negatives here lose to all positives above, and half to those beside them.
      doubledWins += others * (2 * found + gained);
      found += gained;
      falseAlarms += others;
    }
    Object.assign(this, { doubledWins, found, falseAlarms });
  }

  public get value(): MetricValue {
    if (this.found === 0) return { value: null, reason: 'no row is positive' };
    if (this.falseAlarms === 0) return { value: null, reason: 'no row is negative' };
    return { value: this.doubledWins / (2 * this.found * this.falseAlarms) };
  }
}

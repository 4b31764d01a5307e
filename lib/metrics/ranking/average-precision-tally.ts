import type { MetricValue } from '../shared/metric-value';
import { CompensatedSum } from '../statistics/compensated-sum';
import type { ScoreSteps } from './score-steps';

/** Sums up average precision over steps from the highest score down; see `averagePrecisionScore`. */
export class AveragePrecisionTally {
  private readonly precisions = new CompensatedSum();
  private found = 0;
  private predicted = 0;

  public take({ length, positives, negatives }: ScoreSteps): void {
    let { found, predicted } = this;
    let precisions = 0;
    for (let step = 0; step < length; step++) {
      const gained = positives[step] as number;
      found += gained;
      predicted += gained + (negatives[step] as number);
      precisions += (gained * found) / predicted;
    }
    this.precisions.add(precisions);
    this.found = found;
    this.predicted = predicted;
  }

  public get value(): MetricValue {
    if (this.found === 0) return { value: null, reason: 'no row is positive' };
    return { value: this.precisions.value / this.found };
  }
}

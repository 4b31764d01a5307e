import type { Decided } from '../classification/decision-tally';
import type { ScoreSteps } from '../ranking/score-steps';
import type { BestThreshold } from './best-threshold';
import { MILLIONTHS } from './outcome-values';
import type { WorthOfPoints } from './worth-of-points';

/** Finds the threshold of the highest net value over steps from the highest score down; see `bestThreshold`. */
export class BestThresholdTally {
  private found = 0;
  private falseAlarms = 0;
  private highest: number;
  private best = { threshold: Infinity, found: 0, falseAlarms: 0 };

  public constructor(private readonly worth: WorthOfPoints) {
    this.highest = worth.base;
  }

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    const { base, gain, loss } = this.worth;
    let { found, falseAlarms, highest } = this;
    let bestStep = -1;
    let bestFound = 0;
    let bestFalseAlarms = 0;
    for (let step = 0; step < length; step++) {
      found += positives[step] as number;
      falseAlarms += negatives[step] as number;
      const value = base + found * gain - falseAlarms * loss;
      if (value > highest) {
        highest = value;
        bestStep = step;
        bestFound = found;
        bestFalseAlarms = falseAlarms;
      }
    }
    if (bestStep >= 0)
      this.best = { threshold: score[bestStep] as number, found: bestFound, falseAlarms: bestFalseAlarms };
    Object.assign(this, { found, falseAlarms, highest });
  }

  public get value(): BestThreshold {
    return { threshold: this.threshold, netValue: this.highest / MILLIONTHS };
  }

  public get threshold(): number {
    return this.best.threshold;
  }

  /** What is predicted positive from that threshold upwards. */
  public get decided(): Decided {
    return this.best;
  }
}

import type { ScoreSteps } from '../ranking/score-steps';

/** Rows that are predicted positive, by their true class. */
export interface Decided {
  readonly found: number;
  readonly falseAlarms: number;
}

/** Counts what is predicted positive from a threshold upwards over steps from the highest score down. */
export class DecisionTally {
  private found = 0;
  private falseAlarms = 0;

  public constructor(public readonly threshold: number) {
    if (Number.isNaN(threshold)) throw new RangeError('threshold is NaN');
  }

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    for (let step = 0; step < length && (score[step] as number) >= this.threshold; step++) {
      this.found += positives[step] as number;
      this.falseAlarms += negatives[step] as number;
    }
  }

  public get decided(): Decided {
    return { found: this.found, falseAlarms: this.falseAlarms };
  }
}

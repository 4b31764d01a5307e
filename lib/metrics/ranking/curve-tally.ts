import type { OperatingPoints } from './operating-points';
import type { ScoreSteps } from './score-steps';

interface CurveOptions {
  /** Rows of each class, known beforehand. */
  readonly positives: number;
  readonly negatives: number;
  /** Most points to keep. */
  readonly maximum: number;
}

/**
 * Keeps operating points enough to draw from steps from the highest score down: the first, the last and one for each equal
 * stretch of the way along the ROC curve. Rates and not rows decide, so that a rare class shows.
 */
export class CurveTally {
  private readonly kept = [{ threshold: Infinity, found: 0, falseAlarms: 0 }];
  private found = 0;
  private falseAlarms = 0;
  /** How far the way goes, in pairs of rows: whole numbers, so that its end is met exactly. An absent class has no part. */
  private readonly perFound: number;
  private readonly perFalseAlarm: number;
  private readonly way: number;
  private readonly stretch: number;
  private next: number;

  public constructor(private readonly options: CurveOptions) {
    const { positives, negatives, maximum } = options;
    if (!Number.isInteger(maximum) || maximum < 2) throw new RangeError(`maximum is ${maximum}, expected at least 2`);
    this.perFound = Math.max(negatives, 1);
    this.perFalseAlarm = Math.max(positives, 1);
    this.way = positives * this.perFound + negatives * this.perFalseAlarm;
    this.stretch = this.way / (maximum - 1);
    this.next = this.stretch;
  }

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    const { perFound, perFalseAlarm, way, stretch } = this;
    let { found, falseAlarms, next } = this;
    for (let step = 0; step < length; step++) {
      found += positives[step] as number;
      falseAlarms += negatives[step] as number;
      const gone = found * perFound + falseAlarms * perFalseAlarm;
      if (gone < next && gone < way) continue;
      this.kept.push({ threshold: score[step] as number, found, falseAlarms });
      next = (Math.floor(gone / stretch) + 1) * stretch;
    }
    Object.assign(this, { found, falseAlarms, next });
  }

  public get points(): OperatingPoints {
    return {
      threshold: Float64Array.from(this.kept, ({ threshold }) => threshold),
      truePositives: Uint32Array.from(this.kept, ({ found }) => found),
      falsePositives: Uint32Array.from(this.kept, ({ falseAlarms }) => falseAlarms),
      positives: this.options.positives,
      negatives: this.options.negatives,
    };
  }
}

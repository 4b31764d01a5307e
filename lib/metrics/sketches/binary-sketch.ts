import { type CalibrationSketch, CalibrationSketchBuilder } from './calibration-sketch';
import { checkScoredRow } from './check-scored-row';
import { type ConfusionSketch, ConfusionSketchBuilder } from './confusion-sketch';
import { type LossSketch, LossSketchBuilder } from './loss-sketch';
import { type ScoreSketch, ScoreSketchBuilder } from './score-sketch';
import type { Sketch } from './sketch';

export const BINARY_SKETCH = 'binary-sketch/1';

/** All that is kept of one file of a binary classifier's rows. */
export interface BinarySketch extends Sketch {
  /** Predictions are positive from this score upwards; null when nobody decides. */
  readonly threshold: number | null;
  readonly parts: {
    readonly scores: ScoreSketch;
    readonly losses: LossSketch;
    readonly calibration: CalibrationSketch;
    /** Missing without a threshold. */
    readonly confusion?: ConfusionSketch;
  };
}

/**
 * Sketches rows, one at a time, whose scores are probabilities of class 1. A builder that got no row builds the sketch that
 * changes nothing when merged.
 */
export class BinarySketchBuilder {
  private readonly threshold: number | null;
  private readonly scores = new ScoreSketchBuilder();
  private readonly losses = new LossSketchBuilder();
  private readonly calibration: CalibrationSketchBuilder;
  private readonly confusion = new ConfusionSketchBuilder({ classes: 2 });
  private rows = 0;

  public constructor({
    threshold = null,
    calibrationBins,
  }: {
    readonly threshold?: number | null;
    readonly calibrationBins?: number;
  } = {}) {
    if (threshold !== null && !Number.isFinite(threshold))
      throw new RangeError(`threshold is ${threshold}, expected a finite number`);
    this.threshold = threshold;
    this.calibration = new CalibrationSketchBuilder({ bins: calibrationBins });
  }

  /** Throws on a label other than 0 and 1 and on a score outside 0 to 1, naming row and value. */
  public add(actual: number, score: number): void {
    checkScoredRow(actual, score, this.rows);
    this.scores.add(actual, score);
    this.losses.add(actual, score);
    this.calibration.add(actual, score);
    if (this.threshold !== null) this.confusion.add(actual, score >= this.threshold ? 1 : 0);
    this.rows++;
  }

  public build(): BinarySketch {
    const parts = {
      scores: this.scores.build(),
      losses: this.losses.build(),
      calibration: this.calibration.build(),
      ...(this.threshold !== null && { confusion: this.confusion.build() }),
    };
    return { kind: BINARY_SKETCH, threshold: this.threshold, parts };
  }
}

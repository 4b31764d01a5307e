import type { ConfusionMatrix } from '../classification/confusion-matrix';
import type { CalibrationBin } from '../probability/calibration-bins';
import { expectedCalibrationError } from '../probability/expected-calibration-error';
import type { MetricValue } from '../shared/metric-value';
import { BINARY_SKETCH, type BinarySketch } from './binary-sketch';
import { sketchedCalibrationBins } from './calibration-sketch';
import { checkKind } from './check-kind';
import { classDistanceBounds } from './class-distance-bounds';
import { sketchedConfusionMatrix } from './confusion-sketch';
import { sketchedLosses } from './loss-sketch';
import type { MetricBounds } from './metric-bounds';
import { rocAucBounds } from './roc-auc-bounds';
import { scoreBinsOf } from './score-sketch';

/** What a sketch says of a binary classifier: plain data that JSON carries unchanged. */
export interface BinarySketchReport {
  readonly rows: number;
  readonly positives: number;
  readonly negatives: number;
  readonly threshold: number | null;
  /** Null without a threshold. */
  readonly confusionMatrix: ConfusionMatrix | null;
  readonly rocAuc: MetricBounds;
  /** Kolmogorov–Smirnov distance of the scores of the two classes. */
  readonly classDistance: MetricBounds;
  /** In nats a row. */
  readonly logLoss: MetricValue;
  readonly brierScore: MetricValue;
  /** Over bins of one width, other bins than those of `BinaryReport`. */
  readonly expectedCalibrationError: MetricValue;
  /** By rising score, those that hold rows. */
  readonly calibrationBins: readonly CalibrationBin[];
}

/** Reads all measures out of a sketch; without rows each says so. Throws on a sketch of another kind or version. */
export function binarySketchReport(sketch: BinarySketch): BinarySketchReport {
  checkKind(sketch, BINARY_SKETCH);
  const { scores, losses, calibration, confusion } = sketch.parts;
  const { positives, negatives } = scoreBinsOf(scores);
  const calibrationBins = sketchedCalibrationBins(calibration);
  return {
    rows: positives + negatives,
    positives,
    negatives,
    threshold: sketch.threshold,
    confusionMatrix: confusion ? (sketchedConfusionMatrix(confusion) as ConfusionMatrix) : null,
    rocAuc: rocAucBounds(scores),
    classDistance: classDistanceBounds(scores),
    ...sketchedLosses(losses),
    expectedCalibrationError:
      calibrationBins.length > 0
        ? { value: expectedCalibrationError(calibrationBins) }
        : { value: null, reason: 'there is no row' },
    calibrationBins,
  };
}

export { type BinarySketch, BinarySketchBuilder } from './binary-sketch';
export { type BinarySketchReport, binarySketchReport } from './binary-sketch-report';
export { type CalibrationSketch, CalibrationSketchBuilder, sketchedCalibrationBins } from './calibration-sketch';
export { classDistanceBounds } from './class-distance-bounds';
export { type ConfusionSketch, ConfusionSketchBuilder, sketchedConfusionMatrix } from './confusion-sketch';
export { type ColumnBins, type DriftSketch, DriftSketchBuilder, sketchedColumns } from './drift-sketch';
export { ExactNumber } from './exact-number';
export { ExactSum } from './exact-sum';
export { type LossSketch, LossSketchBuilder, sketchedLosses } from './loss-sketch';
export { mergeSketches } from './merge-sketches';
export type { MetricBounds } from './metric-bounds';
export {
  type RegressionSketch,
  RegressionSketchBuilder,
  type SketchedRegression,
  sketchedRegression,
} from './regression-sketch';
export { rocAucBounds } from './roc-auc-bounds';
export { type ScoreSketch, ScoreSketchBuilder } from './score-sketch';
export type { Sketch } from './sketch';
export { sketchedMatrixAt } from './sketched-matrix-at';
export { sketchedOperatingPoints } from './sketched-operating-points';

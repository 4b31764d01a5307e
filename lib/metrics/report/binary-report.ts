import type { BinaryRates } from '../classification/binary-rates';
import type { ConfusionMatrix } from '../classification/confusion-matrix';
import type { CalibrationBin } from '../probability/calibration-bins';
import type { ScoreHistogram } from '../ranking/histogram-tally';
import type { PrecisionRecallCurve } from '../ranking/precision-recall-curve';
import type { RocCurve } from '../ranking/roc-curve';
import type { MetricValue } from '../shared/metric-value';
import type { MoneyReport } from './money-report';

/**
 * All that is measured of a binary classifier on rows whose truth is known: plain data that JSON carries unchanged, so a
 * threshold that no score reaches, to act on nobody, is null instead of infinity. Curves hold points enough to draw.
 */
export interface BinaryReport {
  readonly rows: number;
  readonly positives: number;
  readonly negatives: number;
  /** Decisions are positive from this score upwards; matrix and rates are taken there. */
  readonly threshold: number | null;
  readonly confusionMatrix: ConfusionMatrix;
  readonly rates: BinaryRates;
  readonly rocAuc: MetricValue;
  readonly averagePrecision: MetricValue;
  /** In nats a row; undefined, as the next two, when scores are no probabilities. */
  readonly logLoss: MetricValue;
  readonly brierScore: MetricValue;
  readonly expectedCalibrationError: MetricValue;
  /** Equally many rows in each, by rising score; empty when scores are no probabilities. */
  readonly calibrationBins: readonly CalibrationBin[];
  /** Null when a class is absent. */
  readonly rocCurve: RocCurve | null;
  /** Null without positives. */
  readonly precisionRecallCurve: PrecisionRecallCurve | null;
  readonly scoreHistogram: ScoreHistogram;
  /** Null when nobody said what outcomes are worth. */
  readonly money: MoneyReport | null;
}

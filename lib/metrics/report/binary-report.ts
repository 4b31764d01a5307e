import type { ConstantPolicies } from '../business/constant-policies';
import type { OutcomeValues } from '../business/outcome-values';
import type { BinaryRates } from '../classification/binary-rates';
import type { ConfusionMatrix } from '../classification/confusion-matrix';
import type { CalibrationBin } from '../probability/calibration-bins';
import type { PrecisionRecallCurve } from '../ranking/precision-recall-curve';
import type { RocCurve } from '../ranking/roc-curve';
import type { MetricValue } from '../shared/metric-value';

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

/** Rows of each class by score, in bins of one width; a bin goes from its edge to below the next, the last includes its end. */
export interface ScoreHistogram {
  /** One more than bins. */
  readonly edges: readonly number[];
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
}

/** What decisions are worth, in currency units. */
export interface MoneyReport {
  readonly outcomeValues: OutcomeValues;
  /** At the report's threshold. */
  readonly netValue: number;
  readonly constantPolicies: ConstantPolicies;
  /** On these very rows: an upper bound, since the threshold was chosen with hindsight. */
  readonly best: { readonly threshold: number | null; readonly netValue: number };
  /** By index, from the highest threshold, nobody, down to everybody. */
  readonly curve: { readonly thresholds: readonly (number | null)[]; readonly netValues: readonly number[] };
}

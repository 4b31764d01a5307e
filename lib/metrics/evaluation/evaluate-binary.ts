import { BestThresholdTally } from '../business/best-threshold-tally';
import { checkOutcomeValues, type OutcomeValues } from '../business/outcome-values';
import { worthOfPoints } from '../business/worth-of-points';
import { binaryRates } from '../classification/binary-rates';
import type { ConfusionMatrix } from '../classification/confusion-matrix';
import { type Decided, DecisionTally } from '../classification/decision-tally';
import { AveragePrecisionTally } from '../ranking/average-precision-tally';
import { type BucketedScores, bucketScores } from '../ranking/bucket-scores';
import { CurveTally } from '../ranking/curve-tally';
import { HistogramTally } from '../ranking/histogram-tally';
import { precisionRecallCurve } from '../ranking/precision-recall-curve';
import { RocAucTally } from '../ranking/roc-auc-tally';
import { rocCurve } from '../ranking/roc-curve';
import { scoreSteps } from '../ranking/score-steps';
import type { BinaryReport } from '../report/binary-report';
import { jsonThreshold } from '../report/json-threshold';
import { moneyReport } from '../report/money-report';
import type { ScoredParts } from '../shared/scored-rows';
import { ProbabilityTally } from './probability-tally';

const CURVE_POINTS = 200;
const HISTOGRAM_BINS = 50;
/** Where nobody says what outcomes are worth, a score is a vote. */
const EVEN = 0.5;

export interface BinaryEvaluation {
  /**
   * Decide positive from this score upwards; +Infinity is to act on nobody.
   * @default - the threshold of the highest net value on these very rows; 0.5 without `outcomeValues`
   */
  readonly threshold?: number;
  /** @default - the report says nothing about money */
  readonly outcomeValues?: OutcomeValues;
}

/**
 * Measures a binary classifier on rows whose truth is known: every number exact, in one sort of the scores, 8 bytes a row
 * beside the rows themselves. Throws on empty input, bad rows (naming index and value) and when a wrong decision is worth
 * as much as the right one.
 */
export function evaluateBinary(rows: ScoredParts, options: BinaryEvaluation = {}): BinaryReport {
  return evaluateBuckets(bucketScores(rows), options);
}

/** As `evaluateBinary`, of rows in buckets, so that nothing holds the rows any longer; uses the buckets up. */
export function evaluateBuckets(
  bucketed: BucketedScores,
  { threshold, outcomeValues }: BinaryEvaluation,
): BinaryReport {
  const { positives, negatives, lowest, highest } = bucketed;
  if (outcomeValues) checkOutcomeValues(outcomeValues);
  const best = outcomeValues && new BestThresholdTally(worthOfPoints({ positives, negatives, outcomeValues }));
  const decisions = threshold === undefined && best ? best : new DecisionTally(threshold ?? EVEN);
  const rocAuc = new RocAucTally();
  const averagePrecision = new AveragePrecisionTally();
  const probability = new ProbabilityTally(bucketed);
  const curve = new CurveTally({ positives, negatives, maximum: CURVE_POINTS });
  const scale = lowest >= 0 && highest <= 1 ? { lowest: 0, highest: 1 } : { lowest, highest };
  const histogram = new HistogramTally({ ...scale, bins: HISTOGRAM_BINS });

  const tallies = new Set([
    rocAuc,
    averagePrecision,
    probability,
    curve,
    histogram,
    decisions,
    ...(best ? [best] : []),
  ]);
  for (const steps of scoreSteps(bucketed)) for (const tally of tallies) tally.take(steps);

  const { points } = curve;
  const confusionMatrix = matrixOf(decisions.decided, bucketed);
  return {
    rows: positives + negatives,
    positives,
    negatives,
    threshold: jsonThreshold(decisions.threshold),
    confusionMatrix,
    rates: binaryRates(confusionMatrix),
    rocAuc: rocAuc.value,
    averagePrecision: averagePrecision.value,
    ...probability.probabilities,
    rocCurve: rocCurve(points),
    precisionRecallCurve: precisionRecallCurve(points),
    scoreHistogram: histogram.histogram,
    money: best && outcomeValues ? moneyReport({ confusionMatrix, points, best: best.value, outcomeValues }) : null,
  };
}

function matrixOf(
  { found, falseAlarms }: Decided,
  rows: Pick<BucketedScores, 'positives' | 'negatives'>,
): ConfusionMatrix {
  return [
    [rows.negatives - falseAlarms, falseAlarms],
    [rows.positives - found, found],
  ];
}

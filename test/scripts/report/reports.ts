import {
  averagePrecisionScore,
  bestThreshold,
  binaryRates,
  brierScore,
  calibrationBins,
  categoryCounts,
  columnDrift,
  confusionMatrix,
  constantPolicies,
  expectedCalibrationError,
  histogramOf,
  logLoss,
  netValue,
  netValueCurve,
  type OutcomeValues,
  operatingPoints,
  precisionRecallCurve,
  predictAt,
  quantileEdges,
  rocAucScore,
  rocCurve,
  type ScoredRows,
  thinPoints,
} from '../../../lib/metrics';
import type { BinaryReport } from '../../../lib/metrics/report/binary-report';
import type { FeatureDrift } from '../../../scripts/report/drift-charts';
import { SeededRandom } from '../../../scripts/sample/seeded-random';

const POINTS = 200;
const BINS = 10;
const HISTOGRAM_BINS = 30;
const OUTCOME_VALUES = { truePositive: 60, falsePositive: -40, trueNegative: 0, falseNegative: -100 };

/** Rows as a fair classifier scores them; all scores between 0 and 1. */
export function someRows(rows: number, prevalence = 0.25): ScoredRows {
  const random = new SeededRandom(7, `rows of ${prevalence}`);
  const all = Array.from({ length: rows }, () => {
    const logOdds = Math.log(prevalence / (1 - prevalence)) + 1.7 * random.normal();
    const probability = 1 / (1 + Math.exp(-logOdds));
    return { actual: random.uniform() < probability ? 1 : 0, score: probability };
  });
  return { actual: all.map(({ actual }) => actual), score: all.map(({ score }) => score) };
}

/** A report as the evaluation makes it, scores being probabilities. */
export function reportOf(
  rows: ScoredRows,
  threshold: number | null = 0.2,
  outcomeValues: OutcomeValues = OUTCOME_VALUES,
): BinaryReport {
  const line = threshold ?? Number.POSITIVE_INFINITY;
  const points = operatingPoints(rows);
  const drawn = thinPoints({ points, maximum: POINTS });
  const matrix = confusionMatrix({ actual: rows.actual, predicted: predictAt({ score: rows.score, threshold: line }) });
  const best = bestThreshold({ points, outcomeValues });
  const bins = calibrationBins({ rows, bins: BINS });
  return {
    rows: rows.actual.length,
    positives: points.positives,
    negatives: points.negatives,
    threshold,
    confusionMatrix: matrix,
    rates: binaryRates(matrix),
    rocAuc: rocAucScore(rows),
    averagePrecision: averagePrecisionScore(rows),
    logLoss: { value: logLoss(rows) },
    brierScore: { value: brierScore(rows) },
    expectedCalibrationError: { value: expectedCalibrationError(bins) },
    calibrationBins: bins,
    rocCurve: rocCurve(drawn),
    precisionRecallCurve: precisionRecallCurve(drawn),
    scoreHistogram: scoreHistogram(rows),
    money: {
      outcomeValues,
      netValue: netValue({ matrix, outcomeValues }),
      constantPolicies: constantPolicies({ ...points, outcomeValues }),
      best: { ...best, threshold: finite(best.threshold) },
      curve: {
        thresholds: Array.from(drawn.threshold, finite),
        netValues: [...netValueCurve({ points: drawn, outcomeValues })],
      },
    },
  };
}

function scoreHistogram({ actual, score }: ScoredRows): BinaryReport['scoreHistogram'] {
  const edges = Array.from({ length: HISTOGRAM_BINS + 1 }, (_, edge) => edge / HISTOGRAM_BINS);
  const rowsOf = (label: number) => {
    const counts = new Array<number>(HISTOGRAM_BINS).fill(0);
    for (let row = 0; row < actual.length; row++) {
      const bin = Math.min(Math.floor((score[row] as number) * HISTOGRAM_BINS), HISTOGRAM_BINS - 1);
      if (actual[row] === label) counts[bin] = (counts[bin] as number) + 1;
    }
    return counts;
  };
  return { edges, positives: rowsOf(1), negatives: rowsOf(0) };
}

function finite(threshold: number): number | null {
  return Number.isFinite(threshold) ? threshold : null;
}

/** Drift of columns of numbers, moved by so many standard deviations, and of one column of categories. */
export function someDrift(shifts: Readonly<Record<string, number>>): FeatureDrift[] {
  const random = new SeededRandom(7, 'drift');
  const rules = { falseAlarmRate: 0.001, smallestDrift: 0.02 };
  const sample = (rows: number, shift: number) =>
    Array.from({ length: rows }, () => (random.uniform() < 0.03 ? null : 40 + 12 * (random.normal() + shift)));
  const numbers = Object.entries(shifts).map(([name, shift]) => {
    const [training, now] = [sample(8000, 0), sample(2000, shift)];
    const edges = quantileEdges({ values: training, bins: BINS });
    const baseline = { name, ...histogramOf({ values: training, edges }) };
    return columnDrift({ baseline, now: histogramOf({ values: now, edges }), ...rules });
  });
  const plans = ['basic', 'plus', 'family'];
  const planned = (rows: number, end: number) =>
    Array.from({ length: rows }, () => plans[Math.floor(end * random.uniform())] ?? 'student');
  const baseline = { name: 'plan', ...categoryCounts({ values: planned(8000, 3), categories: plans }) };
  return [
    ...numbers,
    columnDrift({ baseline, now: categoryCounts({ values: planned(2000, 3.3), categories: plans }), ...rules }),
  ];
}

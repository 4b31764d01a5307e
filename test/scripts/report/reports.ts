import {
  type BinaryEvaluation,
  type BinaryReport,
  categoryCounts,
  columnDrift,
  evaluateBinary,
  histogramOf,
  quantileEdges,
  type ScoredRows,
} from '../../../lib/metrics';
import type { FeatureDrift } from '../../../scripts/report/drift-charts';
import { SeededRandom } from '../../../scripts/sample/seeded-random';

const OUTCOME_VALUES = { truePositive: 60, falsePositive: -40, trueNegative: 0, falseNegative: -100 };
const BINS = 10;

/** Rows as a fair classifier scores them: each score is the chance of its row to be positive. */
export function someRows(rows: number, prevalence = 0.25): ScoredRows {
  const random = new SeededRandom(7, `rows of ${prevalence}`);
  const score = Array.from({ length: rows }, () => {
    const logOdds = Math.log(prevalence / (1 - prevalence)) + 1.7 * random.normal();
    return 1 / (1 + Math.exp(-logOdds));
  });
  return { actual: score.map((each) => (random.uniform() < each ? 1 : 0)), score };
}

export function someReport(rows = 3000, options: BinaryEvaluation = {}): BinaryReport {
  return evaluateBinary(someRows(rows), { threshold: 0.2, outcomeValues: OUTCOME_VALUES, ...options });
}

/** Drift of columns of numbers, moved by so many standard deviations, and of one column of categories. */
export function someDrift(shifts: Readonly<Record<string, number>>): FeatureDrift[] {
  const random = new SeededRandom(7, 'drift');
  const rules = { falseAlarmRate: 0.001, smallestDrift: 0.02 };
  const numbers = (rows: number, shift: number) =>
    Array.from({ length: rows }, () => (random.uniform() < 0.03 ? null : 40 + 12 * (random.normal() + shift)));
  const drifts = Object.entries(shifts).map(([name, shift]) => {
    const [training, now] = [numbers(4000, 0), numbers(1000, shift)];
    const edges = quantileEdges({ values: training, bins: BINS });
    const baseline = { name, ...histogramOf({ values: training, edges }) };
    return columnDrift({ baseline, now: histogramOf({ values: now, edges }), ...rules });
  });
  const categories = ['basic', 'plus', 'family'];
  const plans = (rows: number, kinds: number) =>
    Array.from({ length: rows }, () => categories[Math.floor(kinds * random.uniform())] ?? 'student');
  const baseline = { name: 'plan', ...categoryCounts({ values: plans(4000, 3), categories }) };
  const now = categoryCounts({ values: plans(1000, 3.3), categories });
  return [...drifts, columnDrift({ baseline, now, ...rules })];
}

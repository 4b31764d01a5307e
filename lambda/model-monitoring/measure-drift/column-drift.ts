import {
  jensenShannonDivergence,
  kolmogorovSmirnovDistance,
  populationStabilityIndex,
  psiLimit,
} from '../../../lib/metrics';
import { allBins, type Histogram } from './histogram';

/** How far one column has moved since its version was trained, and all that a page needs to draw it. */
export interface ColumnDrift {
  readonly name: string;
  readonly psi: number;
  /** From here on it is drift, given how many rows there are. */
  readonly limit: number;
  /** `psi / limit`: 1 and more is drift. */
  readonly ratio: number;
  readonly jensenShannon: number;
  /** Over the values that are not missing; null when one side has none. */
  readonly kolmogorovSmirnov: number | null;
  readonly missingRate: { readonly training: number; readonly now: number };
  readonly edges: readonly number[];
  /** Rows in each bin, missing values last. */
  readonly counts: { readonly training: readonly number[]; readonly now: readonly number[] };
}

export interface DriftRules {
  readonly smallestDrift: number;
  /** How often this column may be called drifted although nothing moved. */
  readonly falseAlarmRate: number;
}

/** Compares what is now, in the bins of the baseline and missing values last, with the baseline. */
export function columnDrift(baseline: Histogram, now: readonly number[], rules: DriftRules): ColumnDrift {
  const training = allBins(baseline);
  const both = { expected: training, actual: now };
  const [expectedRows, actualRows] = [sum(training), sum(now)];
  const bins = training.filter((count, bin) => count > 0 || (now[bin] as number) > 0).length;
  const psi = populationStabilityIndex(both);
  const limit = psiLimit({ bins, expectedRows, actualRows, ...rules });
  return {
    name: baseline.name,
    psi,
    limit,
    // A limit of nothing is passed by anything but nothing.
    ratio: psi === 0 ? 0 : psi / limit,
    jensenShannon: jensenShannonDivergence(both),
    kolmogorovSmirnov: distanceOfValues(training.slice(0, -1), now.slice(0, -1)),
    missingRate: { training: (training.at(-1) as number) / expectedRows, now: (now.at(-1) as number) / actualRows },
    edges: baseline.edges,
    counts: { training, now },
  };
}

function distanceOfValues(expected: readonly number[], actual: readonly number[]): number | null {
  return sum(expected) > 0 && sum(actual) > 0 ? kolmogorovSmirnovDistance({ expected, actual }) : null;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

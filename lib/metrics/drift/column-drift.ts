import { allBins } from './all-bins';
import { checkColumn } from './check-column';
import type { ColumnBaseline, ColumnCounts } from './column-baseline';
import type { ColumnDrift } from './drift';
import { jensenShannonDivergence } from './jensen-shannon-divergence';
import { kolmogorovSmirnovDistance } from './kolmogorov-smirnov-distance';
import { populationStabilityIndex } from './population-stability-index';
import { psiLimit } from './psi-limit';
import { sumCounts } from './sum-counts';

interface ColumnDriftOptions {
  readonly baseline: ColumnBaseline;
  /** In the baseline's bins. */
  readonly now: ColumnCounts;
  /** How often this column may be called drifted although nothing moved, 0 to 1. */
  readonly falseAlarmRate: number;
  /** No limit is below it. */
  readonly smallestDrift: number;
}

/**
 * Compares a column as it is now with its baseline; missing values are a bin of their own. The limit is `psiLimit`'s, over the
 * bins that hold rows on either side. Throws on counts in other bins than the baseline's, and when a side has no row.
 */
export function columnDrift({ baseline, now, falseAlarmRate, smallestDrift }: ColumnDriftOptions): ColumnDrift {
  checkColumn(baseline, now);
  const both = { expected: allBins(baseline), actual: allBins(now) };
  const expectedRows = sumCounts(both.expected, `the baseline of ${baseline.name}`);
  const actualRows = sumCounts(both.actual, `${baseline.name} now`);
  const bins = both.expected.filter((count, bin) => count > 0 || (both.actual[bin] as number) > 0).length;
  const psi = populationStabilityIndex(both);
  const limit = psiLimit({ bins, expectedRows, actualRows, falseAlarmRate, smallestDrift });
  return {
    name: baseline.name,
    psi,
    limit,
    // A limit of nothing is passed by anything but nothing.
    ratio: psi === 0 ? 0 : psi / limit,
    jensenShannon: jensenShannonDivergence(both),
    kolmogorovSmirnov: 'edges' in baseline ? distanceOfValues(baseline.counts, now.counts) : null,
    missingRate: { training: baseline.missing / expectedRows, now: now.missing / actualRows },
    ...('edges' in baseline ? { edges: baseline.edges } : { categories: baseline.categories }),
    counts: { training: both.expected, now: both.actual },
  };
}

function distanceOfValues(expected: readonly number[], actual: readonly number[]): number | null {
  const hasRows = (counts: readonly number[]) => counts.some((count) => count > 0);
  return hasRows(expected) && hasRows(actual) ? kolmogorovSmirnovDistance({ expected, actual }) : null;
}

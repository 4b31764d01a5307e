import { allBins } from './all-bins';
import type { ColumnCounts } from './column-baseline';
import { sumCounts } from './sum-counts';

/**
 * Share of missing values now less what it was, −1 to 1: above 0, more are missing. Throws on counts that are none and
 * when either has no row.
 */
export function missingRateChange({
  baseline,
  now,
}: {
  readonly baseline: ColumnCounts;
  readonly now: ColumnCounts;
}): number {
  const was = baseline.missing / sumCounts(allBins(baseline), 'baseline');
  return now.missing / sumCounts(allBins(now), 'now') - was;
}

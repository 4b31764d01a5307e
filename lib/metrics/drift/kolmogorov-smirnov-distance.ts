import { type BinnedCounts, countRows } from './binned-counts';

/**
 * Largest difference between two cumulative distributions over the same bins, in the bins' order: 0 when the shares are
 * equal, 1 when they do not overlap. Binned, it is a lower bound of the distance between the values themselves.
 */
export function kolmogorovSmirnovDistance({ expected, actual }: BinnedCounts): number {
  const rows = countRows({ expected, actual });
  let [was, is, distance] = [0, 0, 0];
  for (let bin = 0; bin < expected.length; bin++) {
    was += expected[bin] as number;
    is += actual[bin] as number;
    distance = Math.max(distance, Math.abs(was / rows.expected - is / rows.actual));
  }
  return distance;
}

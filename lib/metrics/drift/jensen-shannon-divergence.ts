import { type BinnedCounts, countRows } from './binned-counts';

/**
 * How far two distributions over the same bins are from their mixture, in bits (Lin 1991): 0 when the shares are equal, 1
 * when they do not overlap, symmetric. It is the divergence; SciPy's `jensenshannon` returns its square root.
 */
export function jensenShannonDivergence({ expected, actual }: BinnedCounts): number {
  const rows = countRows({ expected, actual });
  let divergence = 0;
  for (let bin = 0; bin < expected.length; bin++) {
    const was = (expected[bin] as number) / rows.expected;
    const is = (actual[bin] as number) / rows.actual;
    const middle = (was + is) / 2;
    divergence += (bits(was, middle) + bits(is, middle)) / 2;
  }
  // Rounding may leave it a hair outside.
  return Math.min(Math.max(divergence, 0), 1);
}

function bits(share: number, of: number): number {
  return share === 0 ? 0 : share * Math.log2(share / of);
}

/** How often the values of one column fell into each bin; a bin goes from an edge to below the next, the outer ones are open. */
export interface Histogram {
  readonly name: string;
  /** Rising. */
  readonly edges: readonly number[];
  /** One more than edges. */
  readonly counts: readonly number[];
  readonly missing: number;
}

/** The bin of a value, from 0; no value is in the bin after the last. As `numpy.searchsorted(edges, value, "right")`. */
export function binOf(edges: readonly number[], value: number | null | undefined): number {
  if (value === null || value === undefined) return edges.length + 1;
  let bin = 0;
  // Ten bins at most: walking is quicker than halving.
  while (bin < edges.length && value >= (edges[bin] as number)) bin++;
  return bin;
}

/** All bins of a histogram in one row, missing values last. */
export function allBins({ counts, missing }: Histogram): number[] {
  return [...counts, missing];
}

/**
 * The bin of a value, from 0; no value (null or undefined) is in the bin after the last. As NumPy's
 * `searchsorted(edges, value, side="right")`: a value on an edge is in the bin above. Takes edges for never falling, and
 * throws on NaN and infinity, which have no place among them.
 */
export function binOf({
  edges,
  value,
}: {
  readonly edges: ArrayLike<number>;
  readonly value: number | null | undefined;
}): number {
  if (value === null || value === undefined) return edges.length + 1;
  if (!Number.isFinite(value)) throw new RangeError(`value is ${value}, expected a finite number, null or undefined`);
  let [first, end] = [0, edges.length];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (value >= (edges[middle] as number)) first = middle + 1;
    else end = middle;
  }
  return first;
}

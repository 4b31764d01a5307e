import { presentValues } from './present-values';

/**
 * Edges between bins that hold about equally many of the values each: at most `bins` − 1, rising, all above the smallest
 * value. When there are no more distinct values than bins, each has a bin of its own, and so has a smallest value that
 * fills a bin alone, such as 0. Quantiles are values themselves (inverted distribution function, type 1 of Hyndman and Fan
 * 1996). Null and undefined are left out; without values there is no edge. Throws on empty input, on NaN and infinity,
 * naming index and value, and on a number of bins that is none.
 */
export function quantileEdges({
  values,
  bins,
}: {
  readonly values: ArrayLike<number | null | undefined>;
  readonly bins: number;
}): number[] {
  if (!(Number.isInteger(bins) && bins > 0)) throw new RangeError(`bins is ${bins}, expected a whole number from 1`);
  const sorted = presentValues(values).sort();
  const distinct = firstDistinct(sorted, bins + 1);
  const [smallest = 0, second = 0] = distinct;
  if (distinct.length <= bins) return distinct.slice(1);
  const quantile = (bin: number) => sorted[Math.ceil((bin * sorted.length) / bins) - 1] as number;
  const edges = new Set(bins > 1 && quantile(1) === smallest ? [second] : []);
  for (let bin = 1; bin < bins; bin++) if (quantile(bin) > smallest) edges.add(quantile(bin));
  return [...edges];
}

function firstDistinct(sorted: Float64Array, most: number): number[] {
  const distinct = new Set<number>();
  for (let index = 0; index < sorted.length && distinct.size < most; index++) distinct.add(sorted[index] as number);
  return [...distinct];
}

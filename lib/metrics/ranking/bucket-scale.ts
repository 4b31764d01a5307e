/**
 * What a score's distance from the lowest is multiplied by to get its bucket, from 0: rounding keeps the order, so no score
 * is ever in a bucket above that of a higher one. 0, all in the first, when doubles cannot divide the range.
 */
export function bucketScale({
  buckets,
  lowest,
  highest,
}: {
  readonly buckets: number;
  readonly lowest: number;
  readonly highest: number;
}): number {
  const scale = (buckets - 1) / (highest - lowest);
  return scale < Infinity ? scale : 0;
}

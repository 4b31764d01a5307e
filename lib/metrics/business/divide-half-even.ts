/** Whole quotient of a whole number and a positive one, rounded to the nearest, halves to the even one. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const truncated = numerator / denominator;
  const doubled = 2n * (numerator - truncated * denominator);
  const size = doubled < 0n ? -doubled : doubled;
  const isAway = size > denominator || (size === denominator && truncated % 2n !== 0n);
  return isAway ? truncated + (numerator < 0n ? -1n : 1n) : truncated;
}

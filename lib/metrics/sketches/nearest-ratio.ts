/** The smallest double is two to this. */
const SMALLEST = -1074;
const SIGNIFICANT_BITS = 53;

/**
 * The double nearest to `numerator / denominator`, half to even, however long the two are (IEEE 754 rounding, subnormal
 * results included). Infinite when that is beyond the largest double. Throws unless the denominator is positive.
 */
export function nearestRatio(numerator: bigint, denominator: bigint): number {
  if (denominator <= 0n) throw new RangeError(`denominator is ${denominator}, expected a positive number`);
  // Less than nothing that rounds to nothing is 0: JSON does not carry -0.
  if (numerator < 0n) return 0 - nearestRatio(-numerator, denominator);
  if (numerator === 0n) return 0;

  let leading = bitLength(numerator) - bitLength(denominator);
  if (scaled(numerator, -leading) < scaled(denominator, leading)) leading--;
  const unit = Math.max(leading - SIGNIFICANT_BITS + 1, SMALLEST);
  const dividend = scaled(numerator, -unit);
  const divisor = scaled(denominator, unit);
  const quotient = dividend / divisor;
  const doubledRest = 2n * (dividend % divisor);
  const isUp = doubledRest > divisor || (doubledRest === divisor && quotient % 2n === 1n);
  // At most 53 bits are left, so neither step rounds again, and what is beyond the largest double becomes infinite.
  return Number(isUp ? quotient + 1n : quotient) * 2 ** unit;
}

/** Times a power of two that is not below one; a negative one belongs to the other side of the fraction. */
function scaled(value: bigint, exponent: number): bigint {
  return exponent > 0 ? value << BigInt(exponent) : value;
}

function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return 4 * digits.length - Math.clz32(Number.parseInt(digits.charAt(0), 16)) + 28;
}

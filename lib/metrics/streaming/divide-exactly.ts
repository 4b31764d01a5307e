/** The powers of ten that a double holds exactly. */
export const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** Splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 2 ** 27 + 1;
/** More than what the remainder's own rounding can change, of the quotient. */
const DOUBT = 2 ** -98;

/**
 * `(upper + lower) / 10^exponent`, correctly rounded, for whole numbers: `upper` a double beyond 2^53 perhaps, `lower` below
 * it, `exponent` up to 22. The remainder of the division is taken exactly (Dekker 1971); when it falls so near to the
 * middle of two doubles that rounding is in doubt (Ziv 1991), the answer is NaN and somebody slower has to be asked.
 */
export function divideExactly(upper: number, lower: number, exponent: number): number {
  const power = POWERS_OF_TEN[exponent] as number;
  const whole = upper + lower;
  const rest = lower - (whole - upper);
  const quotient = whole / power;
  const product = quotient * power;
  const splitQuotient = SPLITTER * quotient;
  const highQuotient = splitQuotient - (splitQuotient - quotient);
  const lowQuotient = quotient - highQuotient;
  const splitPower = SPLITTER * power;
  const highPower = splitPower - (splitPower - power);
  const lowPower = power - highPower;
  const error =
    highQuotient * highPower - product + highQuotient * lowPower + lowQuotient * highPower + lowQuotient * lowPower;
  const correction = (whole - product - error + rest) / power;
  const doubt = quotient * DOUBT;
  const rounded = quotient + (correction + doubt);
  return rounded === quotient + (correction - doubt) ? rounded : NaN;
}

import { decimalText } from '../../lib/metrics/business/decimal-text';
import { divideHalfEven } from '../../lib/metrics/business/divide-half-even';

/** An exact fraction: 5 of 60 minutes stay a twelfth of an hour. The denominator is above 0. */
export interface Quantity {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const NOTHING: Quantity = { numerator: 0n, denominator: 1n };

/** Reads a whole number, or a decimal number such as 0.0000166667 in text. Throws on anything else, naming it. */
export function quantity(value: string | bigint): Quantity {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === '') throw new RangeError(`${JSON.stringify(String(value))} is no decimal number such as 0.05`);
  return { numerator: BigInt(`${sign}${whole}${fraction}`), denominator: 10n ** BigInt(fraction.length) };
}

export function times(...factors: readonly (Quantity | string | bigint)[]): Quantity {
  return factors.map(read).reduce((product, { numerator, denominator }) => ({
    numerator: product.numerator * numerator,
    denominator: product.denominator * denominator,
  }));
}

/** Throws on a divisor of 0. */
export function dividedBy(dividend: Quantity | string | bigint, divisor: Quantity | string | bigint): Quantity {
  const { numerator, denominator } = read(divisor);
  if (numerator === 0n) throw new RangeError('a quantity is divided by nothing');
  const sign = numerator < 0n ? -1n : 1n;
  return times(dividend, { numerator: sign * denominator, denominator: sign * numerator });
}

export function plus(...terms: readonly Quantity[]): Quantity {
  return terms.reduce(
    (sum, { numerator, denominator }) => ({
      numerator: sum.numerator * denominator + numerator * sum.denominator,
      denominator: sum.denominator * denominator,
    }),
    NOTHING,
  );
}

export function minus(from: Quantity, subtracted: Quantity): Quantity {
  return plus(from, times(subtracted, -1n));
}

export function smaller(first: Quantity, second: Quantity): Quantity {
  return first.numerator * second.denominator <= second.numerator * first.denominator ? first : second;
}

export function isPositive({ numerator }: Quantity): boolean {
  return numerator > 0n;
}

/** With so many decimals, halves to the even digit. */
export function rounded({ numerator, denominator }: Quantity, decimals: number): string {
  return decimalText(divideHalfEven(numerator * 10n ** BigInt(decimals), denominator), decimals);
}

/** As people read it: at most so many decimals, none that are 0 at the end. */
export function brief(value: Quantity, decimals = 6): string {
  const [whole = '', fraction = ''] = rounded(value, decimals).split('.');
  const kept = fraction.replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}

function read(value: Quantity | string | bigint): Quantity {
  return typeof value === 'object' ? value : quantity(value);
}

import { checkCurrency } from './check-currency';
import type { Money } from './money';
import { parseDecimal } from './parse-decimal';
import { roundToMicros } from './round-to-micros';

/**
 * Sum of a bill's decimal texts, exact before it is rounded once to the micro-unit, halves to the even one: a thousand times
 * 0.0000004 is 400 micro-units, and nothing when each is rounded first. No text at all is an amount of 0, as is a bill
 * without lines. Throws on a text that is no decimal number, naming index and text, and on a currency that is none.
 */
export function sumDecimals({
  amounts,
  currency,
}: {
  readonly amounts: readonly string[];
  readonly currency: string;
}): Money {
  const sum = amounts.reduce((total, amount, index) => total + parseDecimal(amount, `amounts[${index}]`), 0n);
  return { currency: checkCurrency(currency), micros: roundToMicros(sum) };
}

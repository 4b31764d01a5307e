import { checkCurrency } from './check-currency';
import type { DecimalAmount, Money } from './money';
import { parseDecimal } from './parse-decimal';
import { roundToMicros } from './round-to-micros';

/**
 * Reads a bill's decimal text, such as Cost Explorer's, and rounds it to the micro-unit, halves to the even one. Roundings
 * add up: many amounts belong into `sumDecimals`, which rounds once. Also reads what `moneyToDecimal` wrote. Throws on a
 * text that is no decimal number or a currency that is none, naming it.
 */
export function moneyFromDecimal({ amount, currency }: DecimalAmount): Money {
  return { currency: checkCurrency(currency), micros: roundToMicros(parseDecimal(amount, 'amount')) };
}

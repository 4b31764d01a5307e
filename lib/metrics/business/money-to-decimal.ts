import { decimalText } from './decimal-text';
import { type DecimalAmount, MICRO_DECIMALS, type Money } from './money';

/** The amount for JSON, which has no whole numbers of any size: text of six decimals that `moneyFromDecimal` reads back. */
export function moneyToDecimal({ currency, micros }: Money): DecimalAmount {
  return { amount: decimalText(micros, MICRO_DECIMALS), currency };
}

import { decimalText } from './decimal-text';
import { divideHalfEven } from './divide-half-even';
import { MICRO_DECIMALS, type Money } from './money';

interface FormatMoneyOptions {
  readonly money: Money;
  /** From 0 to 6, halves to the even digit. @default as many as the amount has, and 2 at least */
  readonly decimals?: number;
}

/**
 * The amount for people, the same everywhere: a point, no thousands separator, then the currency, as in -1234.50 USD.
 * Nothing is rounded away unless `decimals` asks for it. Throws on decimals that are none.
 */
export function formatMoney({ money, decimals = decimalsOf(money) }: FormatMoneyOptions): string {
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= MICRO_DECIMALS))
    throw new RangeError(`decimals are ${decimals}, expected 0 to ${MICRO_DECIMALS}`);
  const rounded = divideHalfEven(money.micros, 10n ** BigInt(MICRO_DECIMALS - decimals));
  return `${decimalText(rounded, decimals)} ${money.currency}`;
}

function decimalsOf({ micros }: Money): number {
  let decimals = 2;
  while (micros % 10n ** BigInt(MICRO_DECIMALS - decimals) !== 0n) decimals++;
  return decimals;
}

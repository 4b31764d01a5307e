import { checkCurrency } from './check-currency';
import type { Money } from './money';

/**
 * Sum of any number of amounts in one currency, exact; of none it is 0. Throws on an amount in another currency, naming its
 * index and both.
 */
export function sumMoney({
  amounts,
  currency,
}: {
  readonly amounts: readonly Money[];
  readonly currency: string;
}): Money {
  checkCurrency(currency);
  let micros = 0n;
  amounts.forEach((amount, index) => {
    if (amount.currency !== currency)
      throw new RangeError(`amounts[${index}] is in ${amount.currency}, expected ${currency}`);
    micros += amount.micros;
  });
  return { currency, micros };
}

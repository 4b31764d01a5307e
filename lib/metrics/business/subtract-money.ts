import { commonCurrency } from './common-currency';
import type { Money } from './money';

/** What is left of `from`, exact; negative when `subtract` is more. Throws on two currencies, naming both. */
export function subtractMoney({ from, subtract }: { readonly from: Money; readonly subtract: Money }): Money {
  return { currency: commonCurrency(from, subtract), micros: from.micros - subtract.micros };
}

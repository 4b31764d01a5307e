import { commonCurrency } from './common-currency';
import type { Money } from './money';

/** Sum of two amounts, exact. Throws on two currencies, naming both. */
export function addMoney(first: Money, second: Money): Money {
  return { currency: commonCurrency(first, second), micros: first.micros + second.micros };
}

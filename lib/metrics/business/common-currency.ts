import type { Money } from './money';

/** The currency of both amounts. Throws when they have two, naming both: nobody here knows an exchange rate. */
export function commonCurrency(first: Money, second: Money): string {
  if (first.currency !== second.currency)
    throw new RangeError(`amounts in ${first.currency} and ${second.currency} cannot be calculated together`);
  return first.currency;
}

import type { Money } from './money';
import { moneyFromDecimal } from './money-from-decimal';

/**
 * Takes an amount in currency units, such as a net value, for the shortest decimal that stands for it (what JavaScript
 * prints), rounded to the micro-unit, halves to the even one: below 2^33 units, 8 billion, every whole micro-unit comes
 * back exactly. Throws on an amount that is not finite.
 */
export function moneyFromNumber({ amount, currency }: { readonly amount: number; readonly currency: string }): Money {
  if (!Number.isFinite(amount)) throw new RangeError(`amount is ${amount}, expected a finite number`);
  return moneyFromDecimal({ amount: String(amount), currency });
}

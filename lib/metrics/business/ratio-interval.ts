import type { Interval } from '../statistics/interval';
import type { Estimate } from './estimated-value';

/**
 * Interval of `first` / `second`, two shares of independent groups with Wilson's intervals of one confidence (MOVER-R of
 * Donner and Zou 2012, Statistical Methods in Medical Research 21:347, equation 9), not below 0, around the ratio. `second`
 * must not be 0.
 */
export function ratioInterval({ first, second }: { readonly first: Estimate; readonly second: Estimate }): Interval {
  const product = first.value * second.value;
  const firstLower = limit(first.value, first.interval.lower);
  const firstUpper = limit(first.value, first.interval.upper);
  const secondLower = limit(second.value, second.interval.lower);
  const secondUpper = limit(second.value, second.interval.upper);
  const value = first.value / second.value;
  // The published lower limit divides by 0 where the upper one of `second` is twice its share; this is the same without it.
  const lower = firstLower === 0 ? 0 : firstLower / (product + Math.sqrt(product ** 2 - firstLower * secondUpper));
  const upper = (product + Math.sqrt(product ** 2 - firstUpper * secondLower)) / secondLower;
  // Rounding may leave the ratio a hair outside.
  return { lower: Math.min(lower, value), upper: Math.max(upper, value), confidence: first.interval.confidence };
}

const limit = (share: number, bound: number) => bound * (2 * share - bound);

import type { Interval } from '../statistics/interval';
import type { Estimate } from './estimated-value';

/**
 * Interval of `first` − `second`, two shares of independent groups with Wilson's intervals of one confidence: each limit
 * adds up what either share may be off in that direction, as squares (method 10 of Newcombe 1998, Statistics in Medicine
 * 17:873). Within −1 and 1, around the difference.
 */
export function differenceInterval({
  first,
  second,
}: {
  readonly first: Estimate;
  readonly second: Estimate;
}): Interval {
  const difference = first.value - second.value;
  const below = Math.hypot(first.value - first.interval.lower, second.interval.upper - second.value);
  const above = Math.hypot(first.interval.upper - first.value, second.value - second.interval.lower);
  return {
    // Rounding may leave it a hair outside.
    lower: Math.max(difference - below, -1),
    upper: Math.min(difference + above, 1),
    confidence: first.interval.confidence,
  };
}

import { checkCount } from '../shared/check-count';
import { EmptyInputError } from '../shared/scored-rows';
import { DEFAULT_CONFIDENCE, type Interval, standardErrorsAt } from './interval';

interface WilsonIntervalOptions {
  readonly successes: number;
  readonly trials: number;
  /** @default DEFAULT_CONFIDENCE */
  readonly confidence?: number;
}

/**
 * Interval of a share by inverting the score test, without continuity correction (Wilson 1927; method 3 of Newcombe 1998,
 * Statistics in Medicine 17:857): always within 0 and 1, never without width, around the share itself. It takes trials for
 * independent. Throws without trials, and on counts or a confidence that are none.
 */
export function wilsonInterval({
  successes,
  trials,
  confidence = DEFAULT_CONFIDENCE,
}: WilsonIntervalOptions): Interval {
  checkCount(successes, 'successes');
  checkCount(trials, 'trials');
  if (successes > trials) throw new RangeError(`successes are ${successes}, more than the ${trials} trials`);
  if (trials === 0) throw new EmptyInputError('wilsonInterval needs at least 1 trial');
  const z = standardErrorsAt(confidence);
  const share = successes / trials;
  const reach = successes + z ** 2 / 2 + z * Math.sqrt(successes * (1 - share) + z ** 2 / 4);
  // The textbook form of the lower limit is a difference of nearly equal numbers; this one is their product over the other.
  return {
    lower: successes === 0 ? 0 : share * (successes / reach),
    upper: Math.min(Math.max(reach / (trials + z ** 2), share), 1),
    confidence,
  };
}

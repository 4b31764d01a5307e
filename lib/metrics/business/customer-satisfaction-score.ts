import { wilsonInterval } from '../statistics/wilson-interval';
import { checkRatings } from './check-ratings';
import type { Estimate } from './estimated-value';

const SATISFIED = 4;

interface CustomerSatisfactionOptions {
  /** One answer each: whole numbers from 1, very dissatisfied, to 5, very satisfied. */
  readonly ratings: ArrayLike<number>;
  /** Of the interval. @default DEFAULT_CONFIDENCE */
  readonly confidence?: number;
}

/**
 * Share of the answers that are 4 or 5 on a scale of 5 (CSAT, top-two-box), with Wilson's interval; those who did not answer
 * are not in it. Throws on no answer at all, and on an answer that is not on the scale, naming index and value.
 */
export function customerSatisfactionScore({ ratings, confidence }: CustomerSatisfactionOptions): Estimate {
  checkRatings({ ratings, lowest: 1, highest: 5 });
  let satisfied = 0;
  for (let index = 0; index < ratings.length; index++) if ((ratings[index] as number) >= SATISFIED) satisfied++;
  const interval = wilsonInterval({ successes: satisfied, trials: ratings.length, confidence });
  return { value: satisfied / ratings.length, interval, rows: ratings.length };
}

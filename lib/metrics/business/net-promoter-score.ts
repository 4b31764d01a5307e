import { DEFAULT_CONFIDENCE, standardErrorsAt } from '../statistics/interval';
import { checkRatings } from './check-ratings';
import type { Estimate } from './estimated-value';

const LOWEST_PROMOTER = 9;
const HIGHEST_DETRACTOR = 6;
/** Answers that the interval adds, a quarter of them on either side: without, three equal answers would leave no doubt. */
const ADDED = 3;

interface NetPromoterOptions {
  /** One answer each to how likely they would recommend: whole numbers from 0 to 10. */
  readonly ratings: ArrayLike<number>;
  /** Of the interval. @default DEFAULT_CONFIDENCE */
  readonly confidence?: number;
}

/**
 * Percentage of promoters (9 and 10) less that of detractors (0 to 6), from −100 to 100 (Reichheld 2003). Its interval comes
 * from the variance of three-way answers, adjusted as Rocks (2016, The American Statistician 70:365) found best. Throws on no
 * answer at all, and on an answer that is not on the scale, naming index and value.
 */
export function netPromoterScore({ ratings, confidence = DEFAULT_CONFIDENCE }: NetPromoterOptions): Estimate {
  checkRatings({ ratings, lowest: 0, highest: 10 });
  const rows = ratings.length;
  let [promoters, detractors] = [0, 0];
  for (let index = 0; index < rows; index++) {
    if ((ratings[index] as number) >= LOWEST_PROMOTER) promoters++;
    else if ((ratings[index] as number) <= HIGHEST_DETRACTOR) detractors++;
  }
  const value = (100 * (promoters - detractors)) / rows;
  const net = (promoters - detractors) / (rows + ADDED);
  const variance = (promoters + detractors + ADDED / 2) / (rows + ADDED) - net ** 2;
  const reach = 100 * standardErrorsAt(confidence) * Math.sqrt(variance / (rows + ADDED));
  // What was added pulls towards 0: a narrow interval of few answers may leave the score itself behind.
  const lower = Math.max(Math.min(100 * net - reach, value), -100);
  const upper = Math.min(Math.max(100 * net + reach, value), 100);
  return { value, interval: { lower, upper, confidence }, rows };
}

import { type Money, moneyToDecimal } from '../../../lib/metrics';
import type { CostReview } from './review';

/** The review as JSON: amounts of money as decimal text and currency, since JSON has no whole numbers of any size. */
export function reviewJson(review: CostReview): string {
  return JSON.stringify(review, (_, value: unknown) => (isMoney(value) ? moneyToDecimal(value) : value), 1);
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'micros' in value && typeof value.micros === 'bigint';
}

import { DEFAULT_CONFIDENCE } from '../statistics/interval';
import { differenceInterval } from './difference-interval';
import { estimateShare } from './estimate-share';
import type { EstimatedValue } from './estimated-value';
import { ratioInterval } from './ratio-interval';

/** How many of a group of customers left. */
export interface Churn {
  readonly left: number;
  readonly rows: number;
}

/** Positive when fewer leave. */
export interface ChurnReduction {
  /** Difference of the two shares, from −1 to 1: 0.02 is two of a hundred customers. */
  readonly absolute: EstimatedValue;
  /** The same as a share of what it was: 1 when nobody leaves any more, negative without bound. */
  readonly relative: EstimatedValue;
}

interface ChurnReductionOptions {
  readonly before: Churn;
  readonly after: Churn;
  /** Of both intervals. @default DEFAULT_CONFIDENCE */
  readonly confidence?: number;
}

/**
 * How much less churn there is than there was, with Newcombe's interval for the difference and that of Donner and Zou for
 * the ratio. It takes both groups for independent, and says nothing about what else changed meanwhile: compare with
 * customers who were left alone. Undefined without customers in a group; the relative one also when nobody left before.
 * Throws on counts or a confidence that are none.
 */
export function churnReduction({
  before,
  after,
  confidence = DEFAULT_CONFIDENCE,
}: ChurnReductionOptions): ChurnReduction {
  const was = churnShare(before, 'before', confidence);
  const is = churnShare(after, 'after', confidence);
  if (was.value === null) return { absolute: was, relative: was };
  if (is.value === null) return { absolute: is, relative: is };
  const rows = was.rows + is.rows;
  const interval = differenceInterval({ first: was, second: is });
  const absolute = { value: was.value - is.value, interval, rows };
  if (was.value === 0) return { absolute, relative: { value: null, reason: 'nobody left before' } };
  const { lower, upper } = ratioInterval({ first: is, second: was });
  const relative = { lower: 1 - upper, upper: 1 - lower, confidence };
  return { absolute, relative: { value: 1 - is.value / was.value, interval: relative, rows } };
}

function churnShare({ left, rows }: Churn, when: 'before' | 'after', confidence: number): EstimatedValue {
  const names = [`${when}.left`, `${when}.rows`] as const;
  return estimateShare({ part: left, rows, confidence, names, reason: `there is no customer ${when}` });
}

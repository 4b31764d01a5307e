import { normalQuantile } from './normal-quantile';

/** Limits that hold the true value in a `confidence` share of all samples, about. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** Between 0 and 1. */
  readonly confidence: number;
}

/** What every interval is held to unless the caller says otherwise. */
export const DEFAULT_CONFIDENCE = 0.95;

/** Standard errors that a two-sided interval reaches to either side. Throws on a confidence that is none. */
export function standardErrorsAt(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence is ${confidence}, expected between 0 and 1`);
  return -normalQuantile((1 - confidence) / 2);
}

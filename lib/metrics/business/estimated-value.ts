import type { Interval } from '../statistics/interval';

/** A value measured on some rows, never without how many and how far chance may have moved it. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
  /** That were counted, people or answers. */
  readonly rows: number;
}

/** An estimate, or why there is none. */
export type EstimatedValue = Estimate | { readonly value: null; readonly reason: string };

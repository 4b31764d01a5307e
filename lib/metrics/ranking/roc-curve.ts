import type { OperatingPoints } from './operating-points';

/** Points of a curve by index, both rates from 0 to 1. */
export interface RocCurve {
  readonly falsePositiveRates: readonly number[];
  readonly truePositiveRates: readonly number[];
}

/**
 * Found positives against false alarms, from (0, 0), nothing predicted positive, to (1, 1), everything.
 * Null when a class is absent, since one of the rates is then undefined.
 */
export function rocCurve({ truePositives, falsePositives, positives, negatives }: OperatingPoints): RocCurve | null {
  if (positives === 0 || negatives === 0) return null;
  return {
    falsePositiveRates: Array.from(falsePositives, (count) => count / negatives),
    truePositiveRates: Array.from(truePositives, (count) => count / positives),
  };
}

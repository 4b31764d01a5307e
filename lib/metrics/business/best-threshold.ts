import type { OperatingPoints } from '../ranking/operating-points';
import { netValueCurve } from './net-value-curve';
import { checkOutcomeValues, type OutcomeValues } from './outcome-values';

/** Where to draw the line, and what that is worth on the same rows, in currency units. */
export interface BestThreshold {
  /** Predict positive from this score upwards; +Infinity is to act on nobody. */
  readonly threshold: number;
  readonly netValue: number;
}

/**
 * The threshold of the highest net value, the highest of them on a tie; acting on nobody and on everybody are among
 * the candidates, so neither ever beats it. Throws when a wrong decision is worth as much as the right one.
 */
export function bestThreshold({
  points,
  outcomeValues,
}: {
  readonly points: OperatingPoints;
  readonly outcomeValues: OutcomeValues;
}): BestThreshold {
  checkOutcomeValues(outcomeValues);
  const values = netValueCurve({ points, outcomeValues });
  let best = 0;
  for (let index = 1; index < values.length; index++)
    if ((values[index] as number) > (values[best] as number)) best = index;
  return { threshold: points.threshold[best] as number, netValue: values[best] as number };
}

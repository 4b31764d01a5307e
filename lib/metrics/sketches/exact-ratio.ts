import { type MetricValue, ratio } from '../shared/metric-value';
import type { ExactNumber } from './exact-number';

/** `numerator / denominator`, rounded once; over nothing it is undefined, because of `reason`, and so it is beyond all doubles. */
export function exactRatio(numerator: ExactNumber, denominator: ExactNumber, reason: string): MetricValue {
  if (denominator.isZero()) return ratio(0, 0, reason);
  const value = numerator.dividedBy(denominator);
  return Number.isFinite(value) ? { value } : { value: null, reason: 'no number is large enough' };
}

import type { MetricValue } from '../shared/metric-value';

/** The first less the second; when either is undefined, so is the difference, for the same reason. */
export function difference(first: MetricValue, second: MetricValue): MetricValue {
  if (first.value === null) return first;
  return second.value === null ? second : { value: first.value - second.value };
}

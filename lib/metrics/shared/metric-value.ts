/** A metric's value, or why there is none: an undefined metric is never a flattering constant. */
export type MetricValue = { readonly value: number } | { readonly value: null; readonly reason: string };

/** `numerator / denominator`; over nothing it is undefined, because of `reason`. */
export function ratio(numerator: number, denominator: number, reason: string): MetricValue {
  return denominator === 0 ? { value: null, reason } : { value: numerator / denominator };
}

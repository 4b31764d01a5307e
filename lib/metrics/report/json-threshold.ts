/** A threshold as JSON can say it: null for the one that no score reaches, +Infinity. */
export function jsonThreshold(threshold: number): number | null {
  return threshold === Infinity ? null : threshold;
}

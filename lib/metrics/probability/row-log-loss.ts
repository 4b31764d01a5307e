/** What the probability of a row's class counts as at least. */
export const LEAST_PROBABILITY = Number.EPSILON;

/**
 * What one row costs, in nats: minus the logarithm of the probability its class was given. That probability counts as 2^-52
 * at least, so certain and wrong costs 36.04 instead of infinity; scikit-learn clips there too, float32 scores earlier.
 */
export function rowLogLoss(label: number, score: number): number {
  const probability = label === 1 ? score : 1 - score;
  return -Math.log(Math.max(probability, LEAST_PROBABILITY));
}

import { inMillionths, type OutcomeValues } from './outcome-values';

/** Net value of any operating point on the same rows, in whole millionths: `base + found * gain - falseAlarms * loss`. */
export interface WorthOfPoints {
  /** To act on nobody. */
  readonly base: number;
  /** For each positive that is found. */
  readonly gain: number;
  /** For each false alarm. */
  readonly loss: number;
}

/** Prices operating points on so many rows of each class. Throws on a value that is not finite. */
export function worthOfPoints({
  positives,
  negatives,
  outcomeValues,
}: {
  readonly positives: number;
  readonly negatives: number;
  readonly outcomeValues: OutcomeValues;
}): WorthOfPoints {
  const worth = inMillionths(outcomeValues);
  return {
    base: positives * worth.falseNegative + negatives * worth.trueNegative,
    gain: worth.truePositive - worth.falseNegative,
    loss: worth.trueNegative - worth.falsePositive,
  };
}

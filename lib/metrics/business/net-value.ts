import type { ConfusionMatrix } from '../classification/confusion-matrix';
import { inMillionths, MILLIONTHS, type OutcomeValues } from './outcome-values';

/** What decisions are worth together, in currency units: the sum of each outcome's count times its value. */
export function netValue({
  matrix,
  outcomeValues,
}: {
  readonly matrix: ConfusionMatrix;
  readonly outcomeValues: OutcomeValues;
}): number {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = matrix;
  const worth = inMillionths(outcomeValues);
  const sum =
    truePositives * worth.truePositive +
    falsePositives * worth.falsePositive +
    trueNegatives * worth.trueNegative +
    falseNegatives * worth.falseNegative;
  return sum / MILLIONTHS;
}

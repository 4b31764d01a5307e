import type { OperatingPoints } from './operating-points';

/** Points of a curve by index, both from 0 to 1. */
export interface PrecisionRecallCurve {
  readonly precisions: readonly number[];
  readonly recalls: readonly number[];
}

/**
 * Precision against recall, recall growing. It starts at recall 0 with precision 1 by convention (scikit-learn's end
 * point), where nothing is predicted positive. Null without positives.
 */
export function precisionRecallCurve({
  truePositives,
  falsePositives,
  positives,
}: OperatingPoints): PrecisionRecallCurve | null {
  if (positives === 0) return null;
  return {
    precisions: Array.from(truePositives, (found, index) => {
      const predicted = found + (falsePositives[index] as number);
      return predicted === 0 ? 1 : found / predicted;
    }),
    recalls: Array.from(truePositives, (found) => found / positives),
  };
}

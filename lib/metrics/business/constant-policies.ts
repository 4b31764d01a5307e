import { netValue } from './net-value';
import type { OutcomeValues } from './outcome-values';

/** Net value, in currency units, of deciding without a model. */
export interface ConstantPolicies {
  readonly nobody: number;
  readonly everybody: number;
}

/** What it is worth to act on nobody, and on everybody: a model has to beat both. */
export function constantPolicies({
  positives,
  negatives,
  outcomeValues,
}: {
  readonly positives: number;
  readonly negatives: number;
  readonly outcomeValues: OutcomeValues;
}): ConstantPolicies {
  const nobody = [
    [negatives, 0],
    [positives, 0],
  ] as const;
  const everybody = [
    [0, negatives],
    [0, positives],
  ] as const;
  return {
    nobody: netValue({ matrix: nobody, outcomeValues }),
    everybody: netValue({ matrix: everybody, outcomeValues }),
  };
}

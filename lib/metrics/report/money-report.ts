import type { BestThreshold } from '../business/best-threshold';
import { type ConstantPolicies, constantPolicies } from '../business/constant-policies';
import { netValue } from '../business/net-value';
import { netValueCurve } from '../business/net-value-curve';
import type { OutcomeValues } from '../business/outcome-values';
import type { ConfusionMatrix } from '../classification/confusion-matrix';
import type { OperatingPoints } from '../ranking/operating-points';
import { jsonThreshold } from './json-threshold';

/** What decisions are worth, in currency units. */
export interface MoneyReport {
  readonly outcomeValues: OutcomeValues;
  /** At the report's threshold. */
  readonly netValue: number;
  readonly constantPolicies: ConstantPolicies;
  /** On these very rows: an upper bound, since the threshold was chosen with hindsight. */
  readonly best: { readonly threshold: number | null; readonly netValue: number };
  /** By index, from the highest threshold, nobody, down to everybody. */
  readonly curve: { readonly thresholds: readonly (number | null)[]; readonly netValues: readonly number[] };
}

/** Prices a matrix, a curve and both constant policies with the same values. */
export function moneyReport({
  confusionMatrix,
  points,
  best,
  outcomeValues,
}: {
  readonly confusionMatrix: ConfusionMatrix;
  readonly points: OperatingPoints;
  readonly best: BestThreshold;
  readonly outcomeValues: OutcomeValues;
}): MoneyReport {
  return {
    outcomeValues,
    netValue: netValue({ matrix: confusionMatrix, outcomeValues }),
    constantPolicies: constantPolicies({ ...points, outcomeValues }),
    best: { ...best, threshold: jsonThreshold(best.threshold) },
    curve: {
      thresholds: Array.from(points.threshold, jsonThreshold),
      netValues: Array.from(netValueCurve({ points, outcomeValues })),
    },
  };
}

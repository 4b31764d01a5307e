import {
  type ConfusionMatrix,
  confusionMatrix,
  constantPolicies,
  type GainOverPolicy,
  gainOverPolicy,
  netValue,
  rocAucScore,
  rocAucStandardError,
} from '../../../lib/metrics';
import type { Goal } from './goal';

/** A drop has to be more than so many standard errors beyond chance. */
const STANDARD_ERRORS = 2;

/** Predictions whose outcome came; columns by index. */
export interface JudgedRows {
  readonly actual: readonly number[];
  readonly score: readonly number[];
  /** As it was given to whoever asked: 1 for a positive decision. */
  readonly predicted: readonly number[];
}

export interface Quality {
  /** The worse of the two ratios; 1 and more is a drop. */
  readonly ratio: number;
  readonly rocAuc: { readonly value: number; readonly standardError: number; readonly ratio: number };
  readonly money: GainOverPolicy & {
    readonly netValue: number;
    readonly nobody: number;
    readonly everybody: number;
    readonly ratio: number;
  };
  readonly matrix: ConfusionMatrix;
  readonly positives: number;
}

/**
 * How good decisions turned out to be. Two ratios from 0, which is perfect, over 1, which is a drop, upwards; each has the
 * benefit of two standard errors:
 * - of the ranking: how far AUC + 2 errors stays below 1, over how far the goal's minimum does;
 * - of the money: how much of what decisions could gain over the better constant policy, acting on nobody or on everybody,
 *   gain + 2 errors leaves out; 1 is to be worth no more than no model.
 * Null when a class is absent, since neither is defined then.
 */
export function judgeQuality({ actual, score, predicted }: JudgedRows, goal: Goal): Quality | null {
  const { outcomeValues, minimum } = goal;
  const { value } = rocAucScore({ actual, score });
  if (value === null) return null;
  const matrix = confusionMatrix({ actual, predicted });
  const positives = matrix[1][0] + matrix[1][1];
  const negatives = actual.length - positives;
  const standardError = rocAucStandardError({ rocAuc: value, positives, negatives });
  const rocAuc = {
    value,
    standardError,
    ratio: Math.max(0, 1 - value - STANDARD_ERRORS * standardError) / (1 - minimum),
  };
  const gain = gainOverPolicy({ matrix, outcomeValues });
  const money = {
    netValue: netValue({ matrix, outcomeValues }),
    ...constantPolicies({ positives, negatives, outcomeValues }),
    ...gain,
    ratio: Math.max(0, 1 - (gain.gain + STANDARD_ERRORS * gain.standardError) / gain.possible),
  };
  return { ratio: Math.max(rocAuc.ratio, money.ratio), rocAuc, money, matrix, positives };
}

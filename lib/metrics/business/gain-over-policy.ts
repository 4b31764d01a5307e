import type { ConfusionMatrix } from '../classification/confusion-matrix';
import { inMillionths, MILLIONTHS, type OutcomeValues } from './outcome-values';

/** What decisions are worth beyond the better of the two constant policies, in currency units. */
export interface GainOverPolicy {
  readonly policy: 'nobody' | 'everybody';
  readonly gain: number;
  /** Of the gain, rows taken for independent. */
  readonly standardError: number;
  /** Gain of perfect decisions: more cannot be had. */
  readonly possible: number;
}

/** Compares decisions row by row with acting on nobody or on everybody, whichever is worth more on the same rows. */
export function gainOverPolicy({
  matrix: [[trueNegatives, falsePositives], [falseNegatives, truePositives]],
  outcomeValues,
}: {
  readonly matrix: ConfusionMatrix;
  readonly outcomeValues: OutcomeValues;
}): GainOverPolicy {
  const worth = inMillionths(outcomeValues);
  const found = worth.truePositive - worth.falseNegative;
  const spared = worth.trueNegative - worth.falsePositive;
  const [positives, negatives] = [truePositives + falseNegatives, trueNegatives + falsePositives];
  const isNobody = negatives * spared >= positives * found;
  // Decisions that agree with the policy differ from it by nothing.
  const [right, wrong] = isNobody ? [truePositives, falsePositives] : [trueNegatives, falseNegatives];
  const [won, lost] = isNobody ? [found, spared] : [spared, found];
  const rows = positives + negatives;
  const gain = right * won - wrong * lost;
  const variance = right * won ** 2 + wrong * lost ** 2 - gain ** 2 / rows;
  return {
    policy: isNobody ? 'nobody' : 'everybody',
    gain: gain / MILLIONTHS,
    standardError: rows === 0 ? 0 : Math.sqrt(Math.max(variance, 0)) / MILLIONTHS,
    possible: (isNobody ? positives * found : negatives * spared) / MILLIONTHS,
  };
}

import { checkRegressionRows, type RegressionRows } from './regression-rows';
import { sumOverRows } from './sum-over-rows';

/**
 * Mean distance between what was and what was predicted, in the rows' own unit; lower is better. Throws on empty input,
 * different lengths, NaN and infinity, and on distances that no number holds.
 */
export function meanAbsoluteError({ actual, predicted }: RegressionRows): number {
  checkRegressionRows({ actual, predicted });
  const distances = sumOverRows(actual.length, (row) => Math.abs((actual[row] as number) - (predicted[row] as number)));
  return distances / actual.length;
}

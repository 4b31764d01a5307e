import { checkRegressionRows, type RegressionRows } from './regression-rows';
import { sumOverRows } from './sum-over-rows';

/**
 * Mean of the squared differences between what was and what was predicted, in squared units; lower is better. Throws on
 * empty input, different lengths, NaN and infinity, and on squares that no number holds.
 */
export function meanSquaredError({ actual, predicted }: RegressionRows): number {
  checkRegressionRows({ actual, predicted });
  const squares = sumOverRows(actual.length, (row) => ((actual[row] as number) - (predicted[row] as number)) ** 2);
  return squares / actual.length;
}

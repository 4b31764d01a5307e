import { meanSquaredError } from './mean-squared-error';
import type { RegressionRows } from './regression-rows';

/** Square root of the mean squared error, in the rows' own unit; never below the mean absolute error. Throws as that does. */
export function rootMeanSquaredError(rows: RegressionRows): number {
  return Math.sqrt(meanSquaredError(rows));
}

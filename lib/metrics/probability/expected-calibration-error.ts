import { checkFinite } from '../shared/check-finite';
import { EmptyInputError } from '../shared/scored-rows';
import type { CalibrationBin } from './calibration-bins';

/**
 * How far promises are from what came: the mean over rows of the distance between a bin's mean score and its share of
 * positives (Naeini, Cooper and Hauskrecht 2015), 0 to 1. It depends on the bins, so report them beside it. Throws when
 * there is no bin or no row, and on a bin with a number that is not finite, naming its index.
 */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number {
  for (const field of ['rows', 'meanScore', 'positiveShare'] as const)
    checkFinite(
      bins.map((bin) => bin[field]),
      field,
    );
  let rows = 0;
  let error = 0;
  for (const bin of bins) {
    rows += bin.rows;
    error += bin.rows * Math.abs(bin.positiveShare - bin.meanScore);
  }
  if (rows === 0) throw new EmptyInputError('bins need at least 1 row');
  return error / rows;
}

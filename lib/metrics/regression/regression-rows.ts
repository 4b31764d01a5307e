import { checkFinite } from '../shared/check-finite';
import { checkSameLength } from '../shared/scored-rows';

/** One row each: what was, and what the model said, in the same unit. */
export interface RegressionRows {
  readonly actual: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
}

/** Throws on empty input, different lengths, and NaN or infinity, naming index and value. */
export function checkRegressionRows({ actual, predicted }: RegressionRows): void {
  checkSameLength(actual, predicted, 'actual and predicted');
  checkFinite(actual, 'actual');
  checkFinite(predicted, 'predicted');
}

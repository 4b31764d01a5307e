import { type MetricValue, ratio } from '../shared/metric-value';
import { checkRegressionRows, type RegressionRows } from './regression-rows';
import { sumOverRows } from './sum-over-rows';

/**
 * Share of the spread of what was that the predictions explain (coefficient of determination): 1 when every row is right, 0
 * for whoever says the mean always, below 0 for worse. Undefined when there is no spread: scikit-learn answers 1 or 0 for
 * constant rows, depending on whether all are right, and NaN for one row. Throws on empty input, different lengths, NaN and
 * infinity, and on squares that no number holds.
 */
export function r2Score({ actual, predicted }: RegressionRows): MetricValue {
  checkRegressionRows({ actual, predicted });
  const rows = actual.length;
  if (rows === 1) return { value: null, reason: 'one row has no spread' };
  // Asked of the rows themselves: a mean is rounded, and constant rows would have a spread of next to nothing around it.
  if (isConstant(actual)) return { value: null, reason: 'actual is constant' };
  const mean = sumOverRows(rows, (row) => actual[row] as number) / rows;
  const spread = sumOverRows(rows, (row) => ((actual[row] as number) - mean) ** 2);
  const errors = sumOverRows(rows, (row) => ((actual[row] as number) - (predicted[row] as number)) ** 2);
  const unexplained = ratio(errors, spread, 'actual varies by too little to be squared');
  return unexplained.value === null ? unexplained : { value: 1 - unexplained.value };
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let index = 1; index < values.length; index++) if (values[index] !== values[0]) return false;
  return true;
}

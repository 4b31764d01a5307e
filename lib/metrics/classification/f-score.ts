import { type MetricValue, ratio } from '../shared/metric-value';
import type { ConfusionMatrix } from './confusion-matrix';

/**
 * Weighted harmonic mean of precision and recall, recall counting `beta` times as much (van Rijsbergen).
 * 0 when something is predicted or positive but nothing is found; undefined when neither exists.
 */
export function fScore({ matrix, beta }: { readonly matrix: ConfusionMatrix; readonly beta: number }): MetricValue {
  if (!(beta > 0 && beta < Infinity)) throw new RangeError(`beta is ${beta}, expected a positive number`);
  const [[, falsePositives], [falseNegatives, truePositives]] = matrix;
  const found = (1 + beta ** 2) * truePositives;
  return ratio(found, found + beta ** 2 * falseNegatives + falsePositives, 'no row is positive or predicted positive');
}

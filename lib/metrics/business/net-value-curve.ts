import type { OperatingPoints } from '../ranking/operating-points';
import { MILLIONTHS, type OutcomeValues } from './outcome-values';
import { worthOfPoints } from './worth-of-points';

/** Net value at each operating point, by index, in currency units: the first is to act on nobody, the last on everybody. */
export function netValueCurve({
  points,
  outcomeValues,
}: {
  readonly points: OperatingPoints;
  readonly outcomeValues: OutcomeValues;
}): Float64Array {
  const { base, gain, loss } = worthOfPoints({ ...points, outcomeValues });
  const values = new Float64Array(points.threshold.length);
  for (let index = 0; index < values.length; index++) {
    const found = points.truePositives[index] as number;
    const falseAlarms = points.falsePositives[index] as number;
    values[index] = (base + found * gain - falseAlarms * loss) / MILLIONTHS;
  }
  return values;
}

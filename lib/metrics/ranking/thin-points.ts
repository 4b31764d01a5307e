import type { OperatingPoints } from './operating-points';

/** At most `maximum` of the points, evenly taken, the first and the last always among them: enough to draw a curve. */
export function thinPoints({
  points,
  maximum,
}: {
  readonly points: OperatingPoints;
  readonly maximum: number;
}): OperatingPoints {
  if (!Number.isInteger(maximum) || maximum < 2) throw new RangeError(`maximum is ${maximum}, expected at least 2`);
  const last = points.threshold.length - 1;
  if (last < maximum) return points;
  const isTaken = (_: number, index: number) =>
    Math.floor((index * (maximum - 1)) / last) > Math.floor(((index - 1) * (maximum - 1)) / last);
  return {
    ...points,
    threshold: points.threshold.filter(isTaken),
    truePositives: points.truePositives.filter(isTaken),
    falsePositives: points.falsePositives.filter(isTaken),
  };
}

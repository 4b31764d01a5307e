import { upperGammaShare } from './upper-gamma-share';

/**
 * What a chi-square variable exceeds with probability `upperTail`. Bisection down to neighbouring numbers: the tail falls
 * steadily, and nobody needs many of them. Throws on degrees of freedom or a probability that are none.
 */
export function chiSquareQuantile({
  degreesOfFreedom,
  upperTail,
}: {
  readonly degreesOfFreedom: number;
  readonly upperTail: number;
}): number {
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity))
    throw new RangeError(`degreesOfFreedom is ${degreesOfFreedom}, expected a positive number`);
  if (!(upperTail > 0 && upperTail < 1)) throw new RangeError(`upperTail is ${upperTail}, expected between 0 and 1`);
  const isBeyond = (value: number) => upperGammaShare(degreesOfFreedom / 2, value / 2) < upperTail;
  let [below, above] = [0, degreesOfFreedom];
  while (!isBeyond(above)) [below, above] = [above, 2 * above];
  for (;;) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) return middle;
    if (isBeyond(middle)) above = middle;
    else below = middle;
  }
}

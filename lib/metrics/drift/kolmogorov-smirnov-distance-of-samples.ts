import { checkFinite } from '../shared/check-finite';

/**
 * Largest difference between the cumulative distributions of two samples, taken after each distinct value, so that ties count
 * at once (Smirnov's two-sample statistic): 0 when the shares are equal, 1 when they do not overlap, symmetric. Exact up to
 * 2^53 pairs, and never below the distance of the same samples in bins. Its p-value calls any large samples different; compare
 * the distance. Throws on empty input and on NaN and infinity, naming index and value.
 */
export function kolmogorovSmirnovDistanceOfSamples({
  expected,
  actual,
}: {
  readonly expected: ArrayLike<number>;
  readonly actual: ArrayLike<number>;
}): number {
  checkFinite(expected, 'expected');
  checkFinite(actual, 'actual');
  const [was, is] = [Float64Array.from(expected).sort(), Float64Array.from(actual).sort()];
  let [below, nowBelow, furthest] = [0, 0, 0];
  // Beyond the end of one sample the other only comes nearer.
  while (below < was.length && nowBelow < is.length) {
    const value = Math.min(was[below] as number, is[nowBelow] as number);
    while (was[below] === value) below++;
    while (is[nowBelow] === value) nowBelow++;
    // Whole numbers until the one division below.
    furthest = Math.max(furthest, Math.abs(below * is.length - nowBelow * was.length));
  }
  return furthest / (was.length * is.length);
}

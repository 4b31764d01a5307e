import { logGamma } from './log-gamma';

const MOST_TERMS = 1000;

/**
 * The regularized upper incomplete gamma function Q(a, x), a > 0, x ≥ 0, falling from 1 to 0 (Numerical Recipes, 6.2): the
 * power series of 1 − Q below a + 1, Lentz's continued fraction above, so that far tails keep their digits.
 */
export function upperGammaShare(a: number, x: number): number {
  if (x === 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= MOST_TERMS && term > sum * Number.EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1, change = 0; n <= MOST_TERMS && Math.abs(change - 1) > Number.EPSILON; n++) {
    const factor = n * (a - n);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    change = c * d;
    fraction *= change;
  }
  return fraction;
}

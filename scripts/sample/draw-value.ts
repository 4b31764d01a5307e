import type { DescribedColumn } from '../../lib/config/dataset-description';
import type { Draw } from './sample-schema';
import type { SeededRandom } from './seeded-random';

/** Share of the standard normal distribution below `z` (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
function normalShareBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const slope = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - slope * Math.exp(-x * x);
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}

/** The value whose stretch of the shares, laid end to end, holds `level`. */
function atLevel(shares: Readonly<Record<string, number>>, level: number): string {
  const entries = Object.entries(shares);
  let left = level * entries.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of entries) {
    if (left < share) return value;
    left -= share;
  }
  return entries.at(-1)?.[0] ?? '';
}

type Numeric = Extract<Draw, { decimals: number }>;

function numberFrom(draw: Numeric, z: number, random: SeededRandom): number {
  if (draw.zeros > 0 && random.uniform() < draw.zeros) return 0;
  switch (draw.draw) {
    case 'normal':
      return draw.mean + draw.spread * z;
    case 'log-normal':
      return draw.median * Math.exp(draw.spread * z);
    case 'count':
      return random.poisson(draw.mean * Math.exp(draw.spread * z));
  }
}

/** Draws that are a function of one standard normal variable. */
export type NormalDraw = Exclude<Draw, { draw: 'text' | 'years-since' }>;

/**
 * The value of a draw at the standard normal `z`: a number within the column's range and rounded, a category's value,
 * "true" or "false", or the whole days before the customer's first snapshot. `factor` multiplies numbers.
 */
export function drawValue(
  draw: NormalDraw,
  column: DescribedColumn,
  z: number,
  factor: number,
  random: SeededRandom,
): number | string {
  switch (draw.draw) {
    case 'category':
      return atLevel(draw.shares, normalShareBelow(z));
    case 'flag':
      return normalShareBelow(z) < draw.share ? 'true' : 'false';
    case 'days-before': {
      const [fewest, most] = draw.within;
      return Math.round(Math.max(fewest, Math.min(most, draw.median * Math.exp(draw.spread * z))));
    }
    default: {
      const [low, high] = 'range' in column ? column.range : [-Infinity, Infinity];
      const rounding = 10 ** draw.decimals;
      const value = Math.max(low, Math.min(high, factor * numberFrom(draw, z, random)));
      return Math.round(value * rounding) / rounding;
    }
  }
}

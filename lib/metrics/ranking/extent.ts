import type { ScoreArray } from './bucket-scores';

/** The lowest and the highest of finite numbers; infinite the wrong way round when there is none. */
export function extent(values: ScoreArray): { readonly lowest: number; readonly highest: number } {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { lowest, highest };
}

import { EmptyInputError } from '../shared/scored-rows';
import { binOf } from './bin-of';
import { checkEdges } from './check-edges';
import type { Histogram } from './column-baseline';

/**
 * Counts the values of a column of numbers between the edges; null and undefined are missing. For what is now, take the
 * edges of the baseline. Throws on empty input, on edges that fall, and on NaN and infinity, naming index and value.
 */
export function histogramOf({
  values,
  edges,
}: {
  readonly values: ArrayLike<number | null | undefined>;
  readonly edges: ArrayLike<number>;
}): Histogram {
  checkEdges(edges);
  if (values.length === 0) throw new EmptyInputError('values needs at least 1 row');
  const counts = new Array<number>(edges.length + 1).fill(0);
  let missing = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === null || value === undefined) {
      missing++;
      continue;
    }
    if (!Number.isFinite(value))
      throw new RangeError(`values[${index}] is ${value}, expected a finite number, null or undefined`);
    const bin = binOf({ edges, value });
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { edges: Array.from(edges), counts, missing };
}

import { checkEdges } from './check-edges';
import type { CategoryCounts, ColumnBaseline, ColumnCounts, Histogram } from './column-baseline';

type Bins = Partial<Pick<Histogram, 'edges'> & Pick<CategoryCounts, 'categories'>>;

/**
 * Throws on a baseline that cannot be, and on counts of now that say they were taken in other bins: quantile bins of what is
 * now hold equally many rows each, whatever moved.
 */
export function checkColumn(baseline: ColumnBaseline, now: ColumnCounts & Bins): void {
  const { edges, categories, name }: { readonly name: string } & Bins = baseline;
  if (edges) checkEdges(edges);
  const expected = (edges ?? categories ?? []).length + 1;
  for (const { counts } of [baseline, now])
    if (counts.length !== expected)
      throw new RangeError(
        `${name} has ${counts.length} counts, its ${edges ? 'edges' : 'categories'} need ${expected}`,
      );
  if ((now.edges || now.categories) && inWords(now) !== inWords(baseline))
    throw new RangeError(`${name} was counted in other bins than those of its baseline`);
}

function inWords({ edges, categories }: Bins): string {
  return JSON.stringify({ edges, categories });
}

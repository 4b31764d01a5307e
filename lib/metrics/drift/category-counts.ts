import { EmptyInputError } from '../shared/scored-rows';
import type { Category, CategoryCounts } from './column-baseline';

/**
 * Counts how often each category occurs, all other values together in the last bin; null and undefined are missing. A
 * number and its text are different values. Throws on empty input, a category that stands twice, and NaN and infinity.
 */
export function categoryCounts({
  values,
  categories,
}: {
  readonly values: ArrayLike<Category | null | undefined>;
  readonly categories: readonly Category[];
}): CategoryCounts {
  if (values.length === 0) throw new EmptyInputError('values needs at least 1 row');
  const bins = new Map<Category, number>();
  for (const [index, category] of categories.entries()) {
    checkCategory(category, `categories[${index}]`);
    if (bins.has(category)) throw new RangeError(`categories[${index}] is ${category}, as is an earlier one`);
    bins.set(category, index);
  }
  const counts = new Array<number>(categories.length + 1).fill(0);
  let missing = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === null || value === undefined) {
      missing++;
      continue;
    }
    checkCategory(value, `values[${index}]`);
    const bin = bins.get(value) ?? categories.length;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { categories: [...categories], counts, missing };
}

function checkCategory(value: Category, name: string): void {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${name} is ${value}, expected text, a finite number or a boolean`);
}

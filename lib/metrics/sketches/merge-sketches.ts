import { ExactNumber } from './exact-number';
import type { Sketch, TableCounts } from './sketch';

type Counts = NonNullable<Sketch['counts']>;

/**
 * The sketch of the rows of both: bit for bit what one builder would have made of all of them, in whatever order and
 * grouping files are merged. The sketch of no rows changes nothing. Throws on different kinds and on rows that were
 * counted differently, naming both, and on counts beyond 2^53.
 */
export function mergeSketches<Kind extends Sketch>(first: Kind, second: Kind): Kind;
export function mergeSketches(first: Sketch, second: Sketch): Sketch {
  checkAlike(first, second);
  return {
    ...first,
    ...(first.counts && { counts: mergeNamed<number | Counts>(first.counts, second.counts, addCounts) as Counts }),
    ...(first.sums && { sums: mergeNamed(first.sums, second.sums, addSums) }),
    ...(first.parts && { parts: mergeNamed(first.parts, second.parts, mergeSketches) }),
  };
}

function checkAlike(first: Sketch, second: Sketch): void {
  const [{ counts, sums, parts, ...one }, { counts: _, sums: __, parts: ___, ...other }] = [first, second];
  for (const name of Object.keys({ ...one, ...other })) {
    const [its, others] = [one, other].map((sketch) => JSON.stringify(sketch[name as keyof typeof one]));
    if (its !== others) throw new RangeError(`cannot merge sketches of different ${name}: ${its} and ${others}`);
  }
}

function mergeNamed<Value>(
  first: Readonly<Record<string, Value>>,
  second: Readonly<Record<string, Value>> | undefined,
  merge: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const merged = { ...first };
  for (const [name, value] of Object.entries(second ?? {})) {
    const known = merged[name];
    merged[name] = known === undefined ? value : merge(known, value);
  }
  return merged;
}

function addCounts(one: number | Counts, other: number | Counts): number | Counts {
  if (typeof one === 'object' && typeof other === 'object')
    return mergeNamed<number | Counts>(one, other, addCounts) as TableCounts;
  const sum = (one as number) + (other as number);
  if (!Number.isSafeInteger(sum)) throw new RangeError(`cannot add the counts ${one} and ${other} exactly`);
  return sum;
}

function addSums(one: string, other: string): string {
  return ExactNumber.parse(one).plus(ExactNumber.parse(other)).toString();
}

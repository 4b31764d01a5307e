import * as z from 'zod/mini';

/** Thrown for a file that is not what it should be, with the field and what is wrong with it. */
export class BadFileError extends Error {
  public override readonly name = 'BadFileError';
}

/** Schemas that say what they expect: zod/mini has no words of its own. */
export const finite = z.number('expected a finite number');
export const count = z
  .number('expected a count')
  .check(z.gte(0, 'expected a count'), z.multipleOf(1, 'expected a count'));
export const share = z
  .number('expected a number from 0 to 1')
  .check(z.gte(0, 'expected a number from 0 to 1'), z.lte(1, 'expected a number from 0 to 1'));
export const words = z.string('expected text');

export function list<Item extends z.core.$ZodType>(item: Item) {
  return z.array(item, 'expected a list');
}

export function fields<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.object(shape, 'expected an object');
}

/** A file's content as its schema wants it. Throws `BadFileError` that names the file, the first wrong field and its value. */
export function parseJson<Schema extends z.ZodMiniType>(
  text: string,
  schema: Schema,
  source: string,
): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadFileError(`${source} is no JSON: ${(error as Error).message}`);
  }
  const checked = schema.safeParse(json);
  if (checked.success) return checked.data;
  const [{ path, message } = { path: [], message: 'is not what was expected' }] = checked.error.issues;
  throw new BadFileError(`${source}: ${named(path)}${message}, found ${shown(valueAt(json, path))}`);
}

function named(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '';
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return `${name.replace(/^\./, '')}: `;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

const LONGEST_VALUE = 60;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}

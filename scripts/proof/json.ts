/** An object of a template, whatever it holds. */
export type Json = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one when it is none, since templates are not trusted to be what they should. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list; a single value as a list of one, nothing as an empty one. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function records(value: unknown): readonly Json[] {
  return list(value).map(record);
}

/** CloudFormation takes numbers as text too; undefined for anything else, such as a reference. */
export function numeric(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** True for `true` and for `"true"`, which CloudFormation takes for the same. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** The values at a dotted path; lists on the way, and at its end, are gone through entry by entry. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  return path
    .split('.')
    .reduce<readonly unknown[]>((values, key) => values.flatMap((each) => list(record(each)[key])), [value]);
}

/** Whether a number lies outside of a range; what is no number, or is not there, is not judged here. */
export function isOutside(value: unknown, least: number, most: number): boolean {
  const number = numeric(value);
  return number !== undefined && (number < least || number > most);
}

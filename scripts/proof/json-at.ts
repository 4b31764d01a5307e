export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at `path`; undefined where the way there is missing, since a template may hold anything. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((at: unknown, key) => (isRecord(at) ? at[key] : undefined), value);
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function entriesAt(value: unknown, ...path: readonly string[]): readonly [string, unknown][] {
  const found = valueAt(value, ...path);
  return isRecord(found) ? Object.entries(found) : [];
}

/** The text at `path`; empty if there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** Every value within `value`, itself included, and the key that it stands under. */
export function everyValue(value: unknown, key = ''): readonly (readonly [key: string, value: unknown])[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item) => everyValue(item, key))
    : isRecord(value)
      ? Object.entries(value).flatMap(([name, item]) => everyValue(item, name))
      : [];
  return [[key, value], ...inner];
}

/** Those that stand in a list more than once, each once. */
export function repeated<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}

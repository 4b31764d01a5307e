/** The value at `path`, or undefined where the road breaks off. */
export function valueAt(json: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), json);
}

/** The list at `path`, empty where there is none. */
export function listAt(json: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = valueAt(json, ...path);
  return Array.isArray(value) ? value : [];
}

/** The members of the object at `path`, none where there is no object. */
export function entriesAt(json: unknown, ...path: readonly string[]): readonly [string, unknown][] {
  const value = valueAt(json, ...path);
  return isRecord(value) ? Object.entries(value) : [];
}

/** The text at `path`, empty where there is none. */
export function textAt(json: unknown, ...path: readonly string[]): string {
  const value = valueAt(json, ...path);
  return typeof value === 'string' ? value : '';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

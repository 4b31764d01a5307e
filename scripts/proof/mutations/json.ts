/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What stands at a path such as `Steps/Name=Train/Arguments`. In a list, a number is a place and `Key=value` the first
 * element whose key is that value or a list with it. Throws naming the part that is not there.
 */
export function valueAt(root: Json, path: string): Json {
  let value = root;
  for (const part of partsOf(path)) {
    const next = isObject(value) || Array.isArray(value) ? value[keyOf(value, part) as never] : undefined;
    if (next === undefined) throw new Error(`there is no ${part} of ${path}`);
    value = next as Json;
  }
  return value;
}

/** The object at a path. Throws when something else stands there. */
export function objectAt(root: Json, path: string): JsonObject {
  const value = valueAt(root, path);
  if (!isObject(value)) throw new Error(`${path} is no object`);
  return value;
}

/** The object or list that a path ends in, and the key of its last part, which need not be there. */
export function placeOf(root: Json, path: string): { holder: JsonObject | Json[]; key: string | number } {
  const parts = partsOf(path);
  const last = parts.pop() ?? '';
  const holder = valueAt(root, parts.join('/'));
  if (!isObject(holder) && !Array.isArray(holder)) throw new Error(`what holds ${path} is neither object nor list`);
  return { holder, key: keyOf(holder, last) };
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function keyOf(holder: JsonObject | Json[], part: string): string | number {
  if (!Array.isArray(holder)) return part;
  const [, key, wanted] = /^([^=]+)=(.*)$/.exec(part) ?? [];
  if (key === undefined) return Number(part);
  const place = holder.findIndex((element) => isObject(element) && [element[key]].flat().includes(wanted ?? ''));
  if (place === -1) throw new Error(`no element has ${part}`);
  return place;
}

import { isObject, type Json, placeOf, valueAt } from './json';

/** A change of something that JSON can hold; throws where its place is not there or nothing would change. */
export type Edit = (root: Json) => void;

/** Writes a value over another or beside others. */
export function put(path: string, value: Json): Edit {
  return (root) => {
    const { holder, key } = placeOf(root, path);
    if (JSON.stringify(holder[key as never]) === JSON.stringify(value)) throw new Error(`${path} is that already`);
    Object.assign(holder, { [key]: structuredClone(value) });
  };
}

/** Takes away a key or an element. */
export function remove(path: string): Edit {
  return (root) => {
    valueAt(root, path);
    const { holder, key } = placeOf(root, path);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  };
}

/** Gives a value another key of the same object. */
export function rename(path: string, name: string): Edit {
  return (root) => {
    const value = valueAt(root, path);
    const { holder } = placeOf(root, path);
    remove(path)(root);
    Object.assign(holder, { [name]: value });
  };
}

/** Adds elements to a list. */
export function append(path: string, ...values: Json[]): Edit {
  return (root) => {
    const list = valueAt(root, path);
    if (!Array.isArray(list)) throw new Error(`${path} is no list`);
    list.push(...structuredClone(values));
  };
}

/** Adds the last element of a list once more. */
export function repeat(path: string): Edit {
  return (root) => {
    const list = valueAt(root, path);
    const last = Array.isArray(list) ? list.at(-1) : undefined;
    if (!Array.isArray(list) || last === undefined) throw new Error(`${path} has no element`);
    list.push(structuredClone(last));
  };
}

/** Replaces a piece of text wherever it stands in a value, however deep. */
export function reword(path: string, from: string, to: string): Edit {
  return (root) => {
    const before = JSON.stringify(valueAt(root, path));
    const after = JSON.stringify(reworded(valueAt(root, path), from, to));
    if (before === after) throw new Error(`${path} does not hold ${from}`);
    put(path, JSON.parse(after))(root);
  };
}

function reworded(value: Json, from: string, to: string): Json {
  if (typeof value === 'string') return value.replaceAll(from, to);
  if (Array.isArray(value)) return value.map((each) => reworded(each, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, reworded(each, from, to)]));
}

/** Replaces a value wherever it stands within another. */
export function exchange(path: string, from: Json, to: Json): Edit {
  return (root) => {
    const before = JSON.stringify(valueAt(root, path));
    const after = before.replaceAll(JSON.stringify(from), () => JSON.stringify(to));
    if (before === after) throw new Error(`${path} does not hold ${JSON.stringify(from)}`);
    put(path, JSON.parse(after))(root);
  };
}

/** Copies what stands at one path over what stands at another. */
export function copy(from: string, to: string): Edit {
  return (root) => put(to, valueAt(root, from))(root);
}

/** Several changes that make one fault. */
export function together(...edits: readonly Edit[]): Edit {
  return (root) => {
    for (const edit of edits) edit(root);
  };
}

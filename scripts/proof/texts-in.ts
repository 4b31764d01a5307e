import type { Assembly, Placed } from './assembly';
import { list } from './json';
import { textOf } from './text-of';

/** One single value within a resource, with the keys that lead to it. */
export interface Text {
  readonly path: string;
  readonly text: string;
}

/** Several checks ask for the same texts, and putting them together takes a while. */
const known = new WeakMap<Placed, readonly Text[]>();

/**
 * Every single value of a resource as CloudFormation would put it together. What stands in JSON inside a text, such as a
 * pipeline's or a state machine's definition, is taken apart too.
 */
export function textsIn(resource: Placed, assembly: Assembly): readonly Text[] {
  const found = known.get(resource) ?? texts(resource.Properties, '', resource, assembly);
  known.set(resource, found);
  return found;
}

function texts(value: unknown, path: string, resource: Placed, assembly: Assembly): readonly Text[] {
  const below = (each: unknown, key: string) => texts(each, path === '' ? key : `${path}.${key}`, resource, assembly);
  if (Array.isArray(value)) return value.flatMap((each, index) => below(each, String(index)));
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
  const [name = '', argument] = entries?.length === 1 ? (entries[0] ?? []) : [];
  if (name === 'Fn::If')
    return list(argument)
      .slice(1)
      .flatMap((each) => texts(each, path, resource, assembly));
  if (entries && name !== 'Ref' && !name.startsWith('Fn::')) return entries.flatMap(([key, each]) => below(each, key));
  const text = textOf(value, resource, assembly);
  const parsed = /^\s*[{[]/.test(text) ? parse(text) : undefined;
  // A function that makes no sense is its own text, and would be taken apart for ever.
  const same = JSON.stringify(parsed) === JSON.stringify(value);
  return parsed === undefined || same ? [{ path, text }] : texts(parsed, path, resource, assembly);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

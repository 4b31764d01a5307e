/** A text, a number or one function of CloudFormation within a value, and where it stands; lists do not count as a step. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** All leaves of a value; of `Fn::If` those of both branches. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, path));
  const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0 && name === 'Fn::If' && Array.isArray(argument)) return leavesOf(argument.slice(1), path);
  if (others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) return [{ path, value }];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, path === '' ? key : `${path}.${key}`));
}

/** The leaves of what may be anything: nothing of what is missing. */
export function under(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (each, key) => (typeof each === 'object' && each !== null ? (each as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** A list as it stands, one value as a list of one, nothing as an empty list. */
export function listed(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

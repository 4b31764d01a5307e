/** What stands at a path of a template's value; nothing where it leads nowhere or to `AWS::NoValue`. Never throws. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return isNoValue(found) ? undefined : (found ?? undefined);
}

/** A list as it is, nothing as an empty one, and anything else as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.filter((each) => !isNoValue(each));
  return value === undefined || value === null || isNoValue(value) ? [] : [value];
}

/** Whether a value is `true` in every case that an `Fn::If` leaves open; CloudFormation reads the text `true` as well. */
export function isTrue(value: unknown): boolean {
  const [, ...cases] = listOf(valueAt(value, 'Fn::If'));
  return cases.length > 0 ? cases.every(isTrue) : value === true || value === 'true';
}

/** What is written, for a message. */
export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function isNoValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { Ref?: unknown }).Ref === 'AWS::NoValue';
}

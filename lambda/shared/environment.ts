/**
 * The environment variables a handler declares, all of them. Throws on one that is missing or empty, naming it, so that
 * a deployment without it fails at its first start and not in the middle of the work.
 */
export function readEnvironment<const Name extends string>(
  names: readonly Name[],
  source: NodeJS.ProcessEnv = process.env,
): Readonly<Record<Name, string>> {
  const entries = names.map((name) => {
    const value = source[name];
    if (!value) throw new Error(`environment variable ${name} is missing: the construct of this function sets it`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** A variable that holds a number ≥ 0, such as a limit. Throws on anything else, naming variable and value. */
export function readLimit<const Name extends string>(environment: Readonly<Record<Name, string>>, name: Name): number {
  const value = Number(environment[name]);
  if (!(value >= 0 && value < Infinity))
    throw new Error(`environment variable ${name} is "${environment[name]}", expected a number of at least 0`);
  return value;
}

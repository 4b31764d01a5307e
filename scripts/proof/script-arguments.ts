/** What a Python script asks its command line for. */
export interface ScriptArguments {
  /** With their dashes, all that it knows. */
  readonly known: readonly string[];
  /** Those without which it stops. */
  readonly required: readonly string[];
}

const ADDED = /\.add_argument\(\s*(f?)["'](--[^"']+)["']([^\n]*)/g;
const LOOP = /\bfor\s+(\w+)\s+in\s+([\w([][^:\n]*|\([^)]*\)|\[[^\]]*\]):/g;
const RESOLVED = /getResolvedOptions\(\s*[^,]+,\s*\[([^\]]*)\]/g;

/**
 * The arguments that a script declares, with `argparse` or Glue's `getResolvedOptions`, one by one or in a loop over names;
 * undefined for a script that declares none in a way that can be read.
 */
export function scriptArguments(source: string): ScriptArguments | undefined {
  const added = [...source.matchAll(ADDED)].flatMap(({ 1: format, 2: flag = '', 3: rest = '', index }) =>
    namesOf(flag, format === 'f', source, index).map((name) => ({
      name,
      required: /\brequired\s*=\s*True/.test(rest),
    })),
  );
  const resolved = [...source.matchAll(RESOLVED)].flatMap(([, names = '']) =>
    textsIn(names).map((name) => ({ name: `--${name}`, required: true })),
  );
  const all = [...added, ...resolved];
  if (all.length === 0) return undefined;
  return {
    known: all.map(({ name }) => name),
    required: all.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** A flag as it stands, or one for each name of the loop around it. */
function namesOf(flag: string, formatted: boolean, source: string, at: number): string[] {
  const variable = formatted ? /\{(\w+)\}/.exec(flag)?.[1] : undefined;
  if (variable === undefined) return [flag];
  const loop = [...source.slice(0, at).matchAll(LOOP)].filter(([, name]) => name === variable).at(-1);
  return listed(loop?.[2] ?? '', source).map((name) => flag.replace(`{${variable}}`, name));
}

/** The texts of a tuple or list, and of those that it takes in by name. */
function listed(expression: string, source: string): string[] {
  const named = /^[\w]+$/.test(expression.trim()) ? [expression.trim()] : [];
  const taken = [...named, ...[...expression.matchAll(/\*(\w+)/g)].map(([, name = '']) => name)];
  const inner = taken.flatMap((name) =>
    textsIn(new RegExp(`^\\s*${name}\\s*=\\s*([(\\[][^)\\]]*)`, 'm').exec(source)?.[1] ?? ''),
  );
  return [...textsIn(expression), ...inner];
}

function textsIn(expression: string): string[] {
  return [...expression.matchAll(/["']([^"']*)["']/g)].map(([, text = '']) => text);
}

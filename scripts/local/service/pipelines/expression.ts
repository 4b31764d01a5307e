/** Where expressions of one execution find their values; each throws when there is none. */
export interface Scope {
  parameter(name: string): unknown;
  variable(name: string): unknown;
  /** The properties of a finished step, in the shape of its Describe response. */
  step(name: string): unknown;
  /** The parsed JSON of a step's property file. */
  propertyFile(step: string, file: string): Promise<unknown>;
}

type Expression = { readonly Get: string } | { readonly 'Std:Join': Join } | { readonly 'Std:JsonGet': JsonGet };

interface Join {
  readonly On: string;
  readonly Values: readonly unknown[];
}

interface JsonGet {
  readonly PropertyFile: { readonly Get: string };
  readonly Path: string;
}

const FUNCTIONS = ['Get', 'Std:Join', 'Std:JsonGet'];

/** Whether `value` stands for another one (`Get`, `Std:Join`, `Std:JsonGet`). */
export function isExpression(value: unknown): value is Expression {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && FUNCTIONS.includes(keys[0] ?? '');
}

/** `value` with every expression in it replaced by what it stands for. */
export async function resolve(value: unknown, scope: Scope): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => resolve(item, scope)));
  if (typeof value !== 'object' || value === null) return value;
  if (isExpression(value)) {
    if ('Get' in value) return get(value.Get, scope);
    return 'Std:Join' in value ? join(value['Std:Join'], scope) : jsonGet(value['Std:JsonGet'], scope);
  }
  const entries = Object.entries(value).map(async ([key, item]) => [key, await resolve(item, scope)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** The paths of all `Get`s in `value`, e.g. `Steps.Train.ModelArtifacts.S3ModelArtifacts`. */
export function references(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('Get' in value && isExpression(value)) return [String(value.Get)];
  return Object.values(value).flatMap(references);
}

/** `a.b['c'][0]` as its parts; a part of digits in brackets is a position. */
export function pathParts(path: string): readonly (string | number)[] {
  const parts = path.matchAll(/([^.[\]]+)|\['([^']*)'\]|\["([^"]*)"\]|\[(\d+)\]/g);
  return [...parts].map(([, plain, single, double, position]) => plain ?? single ?? double ?? Number(position));
}

/** Follows `path` into `value`; a name looks into a list for the member whose `…Name` it is, as SageMaker has it. */
export function follow(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((at: unknown, part) => {
    if (Array.isArray(at) && typeof part === 'string') return at.find((item) => isNamed(item, part));
    return typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[part] : undefined;
  }, value);
}

const isNamed = (item: unknown, name: string): boolean =>
  typeof item === 'object' &&
  item !== null &&
  Object.entries(item).some(([key, value]) => key.endsWith('Name') && value === name);

function get(path: string, scope: Scope): unknown {
  const [kind, name, ...rest] = pathParts(path);
  const found = value(String(kind), String(name), rest, scope);
  if (found === undefined) throw new Error(`${path} has no value`);
  return found;
}

function value(kind: string, name: string, rest: readonly (string | number)[], scope: Scope): unknown {
  if (kind === 'Parameters') return scope.parameter(name);
  if (kind === 'Execution') return scope.variable(name);
  return kind === 'Steps' ? follow(scope.step(name), rest) : undefined;
}

async function join({ On, Values }: Join, scope: Scope): Promise<string> {
  return ((await resolve(Values, scope)) as unknown[]).map(String).join(On);
}

async function jsonGet({ PropertyFile, Path }: JsonGet, scope: Scope): Promise<unknown> {
  const [, step, , file] = pathParts(PropertyFile.Get);
  const found = follow(await scope.propertyFile(String(step), String(file)), pathParts(Path));
  if (found === undefined) throw new Error(`Std:JsonGet found nothing at ${Path}`);
  return found;
}

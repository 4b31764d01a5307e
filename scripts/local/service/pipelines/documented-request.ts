import { isExpression } from './expression';

/**
 * A request shape as the AWS SDK's own clients carry it: `[3, namespace, name, traits, members, their shapes, how many
 * of them are required]`, lists `[1, …, item]`, maps `[2, …, key, value]`, and numbers for the simple kinds.
 */
export type DocumentedShape = readonly unknown[];

interface Options {
  /** Members that the caller of the request must leave out. */
  readonly omitted: readonly string[];
  /** Whether expressions may stand for values that are not known yet. */
  readonly expressions: boolean;
}

/** What is wrong with `request` by AWS's own model: unknown, missing or forbidden members, and values of a wrong kind. */
export function requestProblems(
  shape: DocumentedShape,
  request: unknown,
  { omitted, expressions }: Options,
): readonly string[] {
  const forbidden = Object.keys(request ?? {}).filter((name) => omitted.includes(name));
  const problems = problemsOf(shape, request, '', expressions, omitted);
  return [...forbidden.map((name) => `${name} must be left out`), ...problems];
}

const LIST_OF = 64;
const MAP_OF = 128;
const SIMPLE = 63;
const KINDS: Record<number, string> = { 0: 'string', 1: 'number', 2: 'boolean' };

function problemsOf(
  schema: unknown,
  value: unknown,
  path: string,
  expressions: boolean,
  omitted: readonly string[] = [],
): string[] {
  if (expressions && isExpression(value)) return [];
  if (typeof schema === 'function') return problemsOf(schema(), value, path, expressions, omitted);
  if (typeof schema === 'number') return simpleProblems(schema, value, path, expressions);
  const [kind, , , , first, second, required = 0] = schema as DocumentedShape;
  // Not a shape but a shape with traits of its own: `[shape, traits]`.
  if (typeof kind !== 'number' || (schema as DocumentedShape).length === 2)
    return problemsOf(kind, value, path, expressions);
  if (kind === 0) return problemsOf(first, value, path, expressions);
  if (kind === 1) return items(value, path, (item, at) => problemsOf(first, item, at, expressions));
  if (kind === 2) return members(value, path, (item, at) => problemsOf(second, item, at, expressions));
  if (!isRecord(value)) return [`${path} must be a structure`];
  const names = first as readonly string[];
  const shapes = second as readonly unknown[];
  const missing = names.slice(0, required as number).filter((name) => !(name in value) && !omitted.includes(name));
  return [
    ...missing.map((name) => `${path}${name} is missing`),
    ...Object.entries(value).flatMap(([name, item]) => {
      const index = names.indexOf(name);
      return index < 0
        ? [`${path}${name} is unknown`]
        : problemsOf(shapes[index], item, `${path}${name}.`, expressions);
    }),
  ];
}

function simpleProblems(schema: number, value: unknown, path: string, expressions: boolean): string[] {
  if (schema & LIST_OF) return items(value, path, (item, at) => problemsOf(schema & SIMPLE, item, at, expressions));
  if (schema & MAP_OF) return members(value, path, (item, at) => problemsOf(schema & SIMPLE, item, at, expressions));
  const kind = KINDS[schema];
  return kind === undefined || typeof value === kind ? [] : [`${path.slice(0, -1)} must be a ${kind}`];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const items = (value: unknown, path: string, check: (item: unknown, at: string) => string[]): string[] =>
  Array.isArray(value)
    ? value.flatMap((item, index) => check(item, `${path}${index}.`))
    : [`${path.slice(0, -1)} must be a list`];

const members = (value: unknown, path: string, check: (item: unknown, at: string) => string[]): string[] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([key, item]) => check(item, `${path}${key}.`))
    : [`${path.slice(0, -1)} must be a map`];

import { isExpression } from './pipelines/expression';

/**
 * A request as the AWS SDK's own clients describe it: structures `[3, namespace, name, traits, members, their shapes,
 * how many of them are required]`, lists `[1, …, item]`, maps `[2, …, key, value]`, numbers for the simple kinds, and
 * `[shape, traits]` for a shape in a certain place.
 */
export type DocumentedShape = readonly unknown[];

interface Options {
  /** Members that the caller of the request must leave out. */
  readonly omitted?: readonly string[];
  /** Whether expressions may stand for values that are not known yet. @default false */
  readonly expressions?: boolean;
  /** Whether text may stand for numbers and booleans, as CloudFormation takes it. @default false */
  readonly texts?: boolean;
}

const LIST_OF = 64;
const MAP_OF = 128;
const SIMPLE = 63;
const KINDS: Readonly<Record<number, string>> = { 0: 'string', 1: 'number', 2: 'boolean' };
const TEXTS: Readonly<Record<number, RegExp>> = { 1: /^-?\d+(\.\d+)?$/, 2: /^(true|false)$/ };

/** What is wrong with a request by AWS's own model: unknown, missing or forbidden members, values of a wrong kind. */
export function requestProblems(shape: DocumentedShape, request: object, options: Options = {}): readonly string[] {
  const { omitted = [] } = options;
  const forbidden = omitted.filter((name) => name in request).map((name) => `${name} must be left out`);
  const found = problemsOf(shape, request, '', options);
  return [...forbidden, ...found.filter((problem) => !omitted.some((name) => problem === `${name} is missing`))];
}

function problemsOf(schema: unknown, value: unknown, path: string, options: Options): readonly string[] {
  if (options.expressions && isExpression(value)) return [];
  if (typeof schema === 'function') return problemsOf(schema(), value, path, options);
  if (typeof schema === 'number') return simpleProblems(schema, value, path, options);
  const [kind, , , , first, second, required] = schema as DocumentedShape;
  if (typeof kind !== 'number' || (schema as DocumentedShape).length === 2)
    return problemsOf(kind, value, path, options);
  if (kind === 0) return problemsOf(first, value, path, options);
  if (kind === 1) return itemProblems(first, value, path, options);
  if (kind === 2) return memberProblems(() => second, value, path, options);
  const names = first as readonly string[];
  const missing = isRecord(value) ? names.slice(0, Number(required ?? 0)).filter((name) => !(name in value)) : [];
  const shapeOf = (name: string): unknown => (second as readonly unknown[])[names.indexOf(name)];
  return [...missing.map((name) => `${path}${name} is missing`), ...memberProblems(shapeOf, value, path, options)];
}

function simpleProblems(schema: number, value: unknown, path: string, options: Options): readonly string[] {
  if (schema & LIST_OF) return itemProblems(schema & SIMPLE, value, path, options);
  if (schema & MAP_OF) return memberProblems(() => schema & SIMPLE, value, path, options);
  const kind = KINDS[schema];
  if (options.texts && typeof value === 'string' && TEXTS[schema]?.test(value)) return [];
  return kind === undefined || typeof value === kind ? [] : [`${path.slice(0, -1)} must be a ${kind}`];
}

function itemProblems(shape: unknown, value: unknown, path: string, options: Options): readonly string[] {
  if (!Array.isArray(value)) return [`${path.slice(0, -1)} must be a list`];
  return value.flatMap((item, index) => problemsOf(shape, item, `${path}${index}.`, options));
}

function memberProblems(
  shapeOf: (name: string) => unknown,
  value: unknown,
  path: string,
  options: Options,
): readonly string[] {
  if (!isRecord(value)) return [`${path.slice(0, -1)} must be a structure`];
  return Object.entries(value).flatMap(([name, item]) => {
    const shape = shapeOf(name);
    return shape === undefined ? [`${path}${name} is unknown`] : problemsOf(shape, item, `${path}${name}.`, options);
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

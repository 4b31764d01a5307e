import { isRecord, type Json, listAt, repeated, textAt, valueAt } from './json-at';
import { isExpression, type Kind } from './pipeline-expression';

/** A JSON schema, the definitions that it refers to, and what an expression in the value stands for. */
export interface SchemaContext {
  readonly definitions: Json;
  kindOf(expression: unknown): Kind | undefined;
}

type Problems = readonly string[];

const EXPRESSION = '#/definitions/Expr';

/**
 * What is wrong with a value by a JSON schema, each with its place. Expressions are taken where the schema offers them,
 * if what they stand for is of the kind that is wanted; what only a deployment knows (`${…}`) fits any text.
 */
export function schemaProblems(schema: unknown, value: unknown, place: string, context: SchemaContext): Problems {
  const reference = textAt(schema, '$ref');
  if (reference !== '') {
    const meant = context.definitions[reference.replace('#/definitions/', '')];
    return schemaProblems(meant, value, place, context);
  }
  const alternatives = [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')];
  const forms = alternatives.filter((form) => textAt(form, '$ref') !== EXPRESSION);
  const own = [...kindProblems(schema, value, place), ...inner(schema, value, place, context)];
  if (isExpression(value))
    return forms.length === alternatives.length ? own : wrongKind(forms[0], value, place, context);
  if (forms.length === 0) return own;
  const found = forms.map((form) => schemaProblems(form, value, place, context));
  if (found.some((problems) => problems.length === 0)) return own;
  return [...own, ...(found.length === 1 ? (found[0] ?? []) : [`${place} has none of the forms that are known`])];
}

function wrongKind(form: unknown, value: unknown, place: string, context: SchemaContext): Problems {
  const { kindOf, definitions } = context;
  const meant = textAt(form, '$ref') === '' ? form : definitions[textAt(form, '$ref').replace('#/definitions/', '')];
  const wanted = textAt(meant, 'type').replace('integer', 'number');
  const kind = kindOf(value);
  if (wanted === '' || kind === undefined || kind === wanted) return [];
  return [`${place} has to be of type ${wanted}, and ${JSON.stringify(value)} is a ${kind}`];
}

function kindProblems(schema: unknown, value: unknown, place: string): Problems {
  const type = valueAt(schema, 'type');
  if (type === undefined) return valueProblems(schema, value, place);
  const types = [type].flat().map(String);
  const fits = types.some((each) => isOf(each, value));
  return fits ? valueProblems(schema, value, place) : [`${place} has to be of type ${types.join(' or ')}`];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'null') return value === null;
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function valueProblems(schema: unknown, value: unknown, place: string): Problems {
  const of = (key: string) => valueAt(schema, key);
  const allowed = 'const' in Object(schema) ? [of('const')] : (of('enum') as readonly unknown[] | undefined);
  const isOpen = typeof value === 'string' && value.includes('${');
  if (allowed !== undefined && !isOpen && !allowed.includes(value))
    return [`${place} is ${JSON.stringify(value)}, which AWS does not know there`];
  if (typeof value === 'number') return bounds(value, of('minimum'), of('maximum'), `${place} is`);
  if (Array.isArray(value)) {
    const twice = of('uniqueItems') === true ? repeated(value) : [];
    const length = bounds(value.length, of('minItems'), of('maxItems'), `the number of items of ${place} is`);
    return [...length, ...twice.map((item) => `${place} holds ${String(item)} twice`)];
  }
  if (isRecord(value)) {
    const count = Object.keys(value).length;
    return bounds(count, of('minProperties'), of('maxProperties'), `the number of entries of ${place} is`);
  }
  if (typeof value !== 'string' || isOpen) return [];
  const pattern = of('pattern');
  const fits = typeof pattern !== 'string' || new RegExp(pattern).test(value);
  const length = bounds(value.length, of('minLength'), of('maxLength'), `the length of ${place} is`);
  return [...length, ...(fits ? [] : [`${place} is ${JSON.stringify(value)}, which does not match ${pattern}`])];
}

function bounds(found: number, least: unknown, most: unknown, what: string): Problems {
  return [
    ...(typeof least === 'number' && found < least ? [`${what} ${found}, at least ${least} is needed`] : []),
    ...(typeof most === 'number' && found > most ? [`${what} ${found}, at most ${most} is allowed`] : []),
  ];
}

function inner(schema: unknown, value: unknown, place: string, context: SchemaContext): Problems {
  if (Array.isArray(value)) {
    const items = valueAt(schema, 'items');
    if (items === undefined) return [];
    return value.flatMap((item, index) => schemaProblems(items, item, `${place}[${index}]`, context));
  }
  if (!isRecord(value) || !isRecord(schema)) return [];
  const missing = listAt(schema, 'required').filter((name) => !(String(name) in value));
  const excluded = listAt(schema, 'not', 'required').map(String);
  const clash = excluded.length > 0 && excluded.every((name) => name in value);
  return [
    ...missing.map((name) => `${place}.${name} is missing`),
    ...(clash ? [`${place} has ${excluded.join(' and ')}, which exclude each other`] : []),
    ...Object.entries(value).flatMap(([name, item]) => memberProblems(schema, name, item, `${place}.${name}`, context)),
  ];
}

function memberProblems(schema: Json, name: string, value: unknown, place: string, context: SchemaContext): Problems {
  const member = valueAt(schema, 'properties', name);
  if (member !== undefined) return schemaProblems(member, value, place, context);
  const others = schema.additionalProperties;
  if (others === false) return [`${place} is unknown`];
  return isRecord(others) ? schemaProblems(others, value, place, context) : [];
}

import { listed, under } from './leaves';

const BOUNDS = ['minItems', 'maxItems', 'minLength', 'maxLength', 'minimum', 'maximum'] as const;

/** What a schema says of how much there may be of a field, or with `[]` of each of its items. */
export interface Bound {
  readonly field: string;
  readonly keyword: (typeof BOUNDS)[number];
  readonly number: number;
}

/** The names of all fields of a JSON schema, those of its items too. */
export function fieldsOf(schema: unknown): string[] {
  return [
    ...propertiesOf(schema).flatMap(([name, each]) => [name, ...fieldsOf(each)]),
    ...itemsOf(schema).flatMap(fieldsOf),
  ];
}

/** The texts among which a schema leaves a choice. */
export function choicesOf(schema: unknown): string[] {
  return [
    ...listed(under(schema, 'enum')).filter((value) => typeof value === 'string'),
    ...propertiesOf(schema).flatMap(([, each]) => choicesOf(each)),
    ...itemsOf(schema).flatMap(choicesOf),
  ];
}

export function boundsOf(schema: unknown, field: string): Bound[] {
  const own = BOUNDS.flatMap((keyword) => {
    const number = under(schema, keyword);
    return typeof number === 'number' ? [{ field, keyword, number }] : [];
  });
  return [
    ...own,
    ...propertiesOf(schema).flatMap(([name, each]) => boundsOf(each, name)),
    ...itemsOf(schema).flatMap((items) => boundsOf(items, `${field}[]`)),
  ];
}

function propertiesOf(schema: unknown): [string, unknown][] {
  const properties = under(schema, 'properties');
  return typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
}

function itemsOf(schema: unknown): unknown[] {
  return listed(under(schema, 'items'));
}

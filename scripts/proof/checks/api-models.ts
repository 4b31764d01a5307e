import { about, type Check } from '../check';
import { listed, under } from '../leaves';
import { resourcesOf } from '../resources-of';

/** Of JSON schema draft 4, which API Gateway reads. Source: "Data models for REST APIs". */
const KEYWORDS = new Set(
  '$schema $ref title description type properties required additionalProperties patternProperties items minItems maxItems uniqueItems minLength maxLength pattern enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minProperties maxProperties anyOf oneOf allOf not format default definitions id'.split(
    ' ',
  ),
);
const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
const PAIRS = [
  ['minItems', 'maxItems'],
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minProperties', 'maxProperties'],
] as const;

/** What an API says of bodies is a schema that API Gateway understands and that some body fulfils. */
export const apiModels: Check = {
  id: 'api-models',
  rule: 'Every model of a REST API is a JSON schema of draft 4 that API Gateway understands, and asks for nothing that it forbids',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::ApiGateway::Model').flatMap((model) => {
      const { Schema, ContentType } = model.Properties;
      const faults = ContentType === 'application/json' ? [] : [`is for ${ContentType}; expected application/json`];
      return [...faults, ...schemaFaults(Schema, 'Schema')].map((message) => about(model, message));
    }),
};

function schemaFaults(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [`${path} is no schema`];
  const properties = (under(schema, 'properties') as Record<string, unknown> | undefined) ?? {};
  const closed = under(schema, 'additionalProperties') === false;
  const types = listed(under(schema, 'type')).map(String);
  return [
    ...Object.keys(schema)
      .filter((key) => !KEYWORDS.has(key))
      .map((key) => `${path} has ${key}, which is no keyword of draft 4`),
    ...types
      .filter((type) => !TYPES.includes(type))
      .map((type) => `${path} is of the type ${type}; expected one of ${TYPES.join(', ')}`),
    ...listed(under(schema, 'required'))
      .filter((name) => closed && !(String(name) in properties))
      .map((name) => `${path} asks for ${name} and allows no such property`),
    ...PAIRS.filter(([low, high]) => Number(under(schema, low)) > Number(under(schema, high))).map(
      ([low, high]) => `${path} has ${low} above ${high}`,
    ),
    ...(Array.isArray(under(schema, 'enum')) && listed(under(schema, 'enum')).length === 0
      ? [`${path} allows no value at all`]
      : []),
    ...(types.includes('array') && under(schema, 'items') === undefined ? [`${path} says nothing of its items`] : []),
    ...Object.entries(properties).flatMap(([name, each]) => schemaFaults(each, `${path}.${name}`)),
    ...(under(schema, 'items') === undefined ? [] : schemaFaults(under(schema, 'items'), `${path}[]`)),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) =>
      listed(under(schema, key)).flatMap((each) => schemaFaults(each, `${path}.${key}`)),
    ),
  ];
}

import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { pointedTo, textIn } from '../tolerant-reading';
import { isTrue, listOf, shown, valueAt } from '../value-at';

const WITH_BODY = ['POST', 'PUT', 'PATCH', 'ANY'];

export const apiRequestValidation: Check = {
  id: 'api-request-validation',
  rule: 'A method that takes a body has it checked against a schema that names every field and bounds every list, before any code runs (S-11).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::ApiGateway::Method')
      .filter(({ Properties }) => WITH_BODY.includes(String(valueAt(Properties, 'HttpMethod'))))
      .flatMap((method) => faults(method, assembly).map((fault) => about(method, `S-11: ${fault}`))),
};

function faults({ Properties, stack }: Placed, assembly: Assembly): string[] {
  const pointed = (value: unknown) => pointedTo(value, stack, assembly)[0];
  const validator = pointed(valueAt(Properties, 'RequestValidatorId'));
  const model = valueAt(Properties, 'RequestModels', 'application/json');
  if (validator === undefined)
    return [
      `RequestValidatorId is ${shown(valueAt(Properties, 'RequestValidatorId'))}; it has to name a request validator`,
    ];
  if (!isTrue(valueAt(validator.Properties, 'ValidateRequestBody')))
    return [`its validator ${validator.logicalId} does not look at the body; ValidateRequestBody has to be true`];
  if (model === undefined)
    return ['RequestModels has none for application/json, so the validator has nothing to go by'];
  const found = pointed(model);
  if (found?.Type !== 'AWS::ApiGateway::Model')
    return [
      `RequestModels for application/json is ${shown(model)}; it has to name a model of the template, since Empty and Error allow anything`,
    ];
  const schema = parsed(valueAt(found.Properties, 'Schema'), found, assembly);
  const type = valueAt(schema, 'type');
  if (type !== 'object' && type !== 'array')
    return [`Schema of ${found.logicalId} is for ${shown(type)}; a body is an object or an array`];
  return loose(schema, 'the body').map((fault) => `Schema of ${found.logicalId}: ${fault}`);
}

function parsed(schema: unknown, { stack }: Placed, assembly: Assembly): unknown {
  if (valueAt(schema, 'type') !== undefined) return schema;
  try {
    return JSON.parse(textIn(schema, stack, assembly));
  } catch {
    return undefined;
  }
}

const SAYS_WHAT = ['type', 'enum', 'anyOf', 'oneOf', 'allOf', '$ref'];
const BOUNDS_TEXT = ['maxLength', 'enum', 'pattern', 'format'];

/** Where a schema lets through what it does not describe, or as much of it as somebody likes. */
function loose(schema: unknown, place: string): string[] {
  const says = (names: readonly string[]) => names.some((name) => valueAt(schema, name) !== undefined);
  const unless = (sound: boolean, fault: string) => (sound ? [] : [`${place} ${fault}`]);
  const additional = valueAt(schema, 'additionalProperties');
  const items = listOf(valueAt(schema, 'items'));
  const type = valueAt(schema, 'type');
  return [
    ...unless(says(SAYS_WHAT), 'takes anything; it needs a type'),
    ...unless(type !== 'string' || says(BOUNDS_TEXT), 'is a text of any length; it needs maxLength, enum or pattern'),
    ...unless(
      type !== 'object' || additional === false || typeof additional === 'object',
      'takes unknown fields; additionalProperties has to be false',
    ),
    ...unless(
      type !== 'object' || listOf(valueAt(schema, 'required')).length > 0,
      'may lack every field; it needs required',
    ),
    ...unless(
      type !== 'array' || Number(valueAt(schema, 'maxItems')) > 0,
      'is a list of any length; it needs maxItems',
    ),
    ...unless(type !== 'array' || items.length > 0, 'is a list of anything; it needs items'),
    ...items.flatMap((each) => loose(each, `${place}[]`)),
    ...Object.entries((valueAt(schema, 'properties') ?? {}) as object).flatMap(([name, each]) =>
      loose(each, `${place}.${name}`),
    ),
  ];
}

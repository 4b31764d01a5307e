import type { Placed } from '../assembly';
import type { Check } from '../check';
import { strangeKeys } from '../facts/free-form-properties';
import { findInEach } from '../find-in-each';
import { list, record } from '../json';
import { type PropertyType, resourceSpec, structureSpec } from '../service-spec';

type Properties = Readonly<Record<string, { readonly type: PropertyType }>>;

/**
 * The CDK turns camelCase into the names of CloudFormation, but not within properties that it types as `any`; there a wrong
 * case compiles, passes synth and fails at deploy. Source of the names: `@aws-cdk/aws-service-spec`.
 */
export const propertyNames: Check = {
  id: 'property-names',
  rule: 'Every property has the name, in the case, that CloudFormation or the service behind it knows',
  find: findInEach([], (resource: Placed) => {
    const spec = resourceSpec(resource.Type);
    return spec ? structureFaults(resource.Properties, spec.properties as Properties, '') : [];
  }),
};

function structureFaults(value: unknown, properties: Properties, path: string): readonly string[] {
  return Object.entries(record(value))
    .filter(([key]) => key !== 'Ref' && !key.startsWith('Fn::'))
    .flatMap(([key, each]) => {
      const known = properties[key];
      if (known) return valueFaults(each, known.type, `${path}${key}`);
      const alike = Object.keys(properties).find((name) => name.toLowerCase() === key.toLowerCase());
      return [`there is no property ${path}${key}${alike ? `, but ${path}${alike}` : ''}`];
    });
}

function valueFaults(value: unknown, type: PropertyType, path: string): readonly string[] {
  const [name = '', argument] = Object.entries(record(value))[0] ?? [];
  if (name === 'Fn::If')
    return list(argument)
      .slice(1)
      .flatMap((each) => valueFaults(each, type, path));
  if (name === 'Ref' || name.startsWith('Fn::')) return [];
  if (type.type === 'ref')
    return structureFaults(value, structureSpec(type.reference).properties as Properties, `${path}.`);
  if (type.type === 'array')
    return list(value).flatMap((each, index) => valueFaults(each, type.element, `${path}.${index}`));
  if (type.type === 'map')
    return Object.entries(record(value)).flatMap(([key, each]) => valueFaults(each, type.element, `${path}.${key}`));
  if (type.type === 'json') {
    const property = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
    return (strangeKeys(property, value) ?? []).map(
      (key) => `${path} has the key "${key}", which its service does not know`,
    );
  }
  if (type.type === 'union') {
    const found = type.types.map((each) => valueFaults(value, each, path));
    // A text fits a union that takes text; an object has to fit one of the structures.
    return (
      found.find((faults, index) => faults.length === 0 && fits(value, type.types[index])) ??
      found.find((faults) => faults.length > 0) ??
      []
    );
  }
  return [];
}

function fits(value: unknown, type: PropertyType | undefined): boolean {
  const isObject = typeof value === 'object' && value !== null;
  return isObject
    ? ['ref', 'json', 'map', 'array', 'tag'].includes(type?.type ?? '')
    : !['ref', 'map', 'array'].includes(type?.type ?? '');
}

import type { Assembly, Placed } from '../assembly';
import type { Check, Finding } from '../check';
import { NAME_RULES, type NameRule } from '../facts/name-rules';
import { findInEach } from '../find-in-each';
import { record, valuesAt } from '../json';
import { textOf } from '../text-of';

/** No region's name is longer; a name that is put together from the region's has to fit there too. */
const LONGEST_REGION = 'ap-southeast-1';
/** CreateStack. */
const STACK: NameRule = { pattern: /^[a-zA-Z][-a-zA-Z0-9]*$/, most: 128 };

export const physicalNames: Check = {
  id: 'physical-names',
  rule: 'Each fixed name is one that its service takes, in any account and region, and no two of a kind are the same',
  find: (assembly) => [
    ...findInEach(Object.keys(NAME_RULES), (resource) =>
      Object.entries(NAME_RULES[resource.Type] ?? {}).flatMap(([property, rule]) =>
        valuesAt(resource.Properties, property).map((value) => fault(property, rule, value, resource, assembly)),
      ),
    )(assembly),
    ...assembly.stacks.flatMap((stack): Finding[] => {
      const message = judged('the name of the stack', stack.name, STACK);
      return message === false ? [] : [{ stack: stack.id, logicalId: '', message }];
    }),
    ...twins(assembly),
  ],
};

function fault(property: string, rule: NameRule, value: unknown, resource: Placed, assembly: Assembly): string | false {
  const written = textOf(value, resource, assembly);
  const { region } = resource.stack;
  // What only a deployment knows is at least one letter long.
  const name = (region === '' ? written : written.replaceAll(region, LONGEST_REGION)).replace(/\$\{[^}]*\}/g, 'x');
  return judged(property, name, rule);
}

function judged(property: string, name: string, { pattern, least = 1, most }: NameRule): string | false {
  if (name.length < least || name.length > most)
    return `${property} is "${name}", ${name.length} characters long, expected ${least} to ${most}`;
  return !pattern.test(name) && `${property} is "${name}", expected ${pattern.source}`;
}

/** Names that two resources of one type share in one region: the second of them cannot be made. */
function twins(assembly: Assembly): readonly Finding[] {
  const owners = new Map<string, Placed>();
  return findInEach(Object.keys(NAME_RULES), (resource) =>
    Object.keys(NAME_RULES[resource.Type] ?? {})
      .filter(
        (property) => /^(?!Stage|Policy|Variant|DatabaseName$)\w*Name$/.test(property) && !isShared(resource.Type),
      )
      .map((property) => {
        const name = textOf(resource.Properties[property], resource, assembly);
        const key = `${resource.Type} ${resource.stack.region} ${property} ${name}`;
        const owner = owners.get(key);
        if (name === '') return false;
        owners.set(key, owner ?? resource);
        return (
          owner &&
          !areAlternatives(owner, resource) &&
          `${property} is "${name}", as is that of ${owner.stack.id}/${owner.logicalId}`
        );
      }),
  )(assembly);
}

/** Whether the one is there exactly when the other is not. */
function areAlternatives(first: Placed, second: Placed): boolean {
  const isNot = (one: Placed, other: Placed) =>
    other.Condition !== undefined &&
    JSON.stringify(record(one.stack.template.Conditions)[one.Condition ?? '']) ===
      JSON.stringify({ 'Fn::Not': [{ Condition: other.Condition }] });
  return first.stack.id === second.stack.id && (isNot(first, second) || isNot(second, first));
}

/** Names that only have to be unique within something else: a function's aliases, an API's models, a group's streams. */
function isShared(type: string): boolean {
  return ['AWS::Lambda::Alias', 'AWS::ApiGateway::Model', 'AWS::Logs::LogStream', 'AWS::Scheduler::Schedule'].includes(
    type,
  );
}

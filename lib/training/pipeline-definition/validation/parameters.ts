import { listAt, textAt, valueAt } from './read-json';
import type { Rule } from './rule';

const IS_OF_TYPE: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Integer: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
};

/** Every parameter has a default of its own type: schedules, events and Studio start a run without any. */
export const parameters: Rule = ({ definition }) => listAt(definition, 'Parameters').flatMap(parameterProblems);

function parameterProblems(parameter: unknown): readonly string[] {
  const name = textAt(parameter, 'Name');
  const type = textAt(parameter, 'Type');
  const value = valueAt(parameter, 'DefaultValue');
  const isOfType = IS_OF_TYPE[type];
  if (isOfType === undefined) return [`Parameter ${name} has the unknown type ${type}.`];
  if (value === undefined) return [`Parameter ${name} has no default.`];
  if (!isOfType(value)) return [`Parameter ${name} has a default that is not of its type ${type}.`];
  const allowed = listAt(parameter, 'EnumValues');
  if (allowed.length > 0 && !allowed.includes(value)) {
    return [`Parameter ${name} has a default that is not among its values.`];
  }
  return [];
}

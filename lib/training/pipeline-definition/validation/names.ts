import { listAt, textAt } from './read-json';
import type { Rule } from './rule';

const NAME = /^[A-Za-z0-9\-_]{1,64}$/;

/** Names are well formed and given once, counting the steps nested in conditions. */
export const names: Rule = ({ definition, steps }) => [
  ...nameProblems(
    'step',
    steps.map(({ name }) => name),
  ),
  ...nameProblems(
    'parameter',
    listAt(definition, 'Parameters').map((parameter) => textAt(parameter, 'Name')),
  ),
];

function nameProblems(kind: string, given: readonly string[]): readonly string[] {
  const repeated = new Set(given.filter((name, index) => given.indexOf(name) !== index));
  const malformed = given.filter((name) => !NAME.test(name));
  return [
    ...[...repeated].map((name) => `The name ${name} is given to more than one ${kind}.`),
    ...malformed.map((name) => `The ${kind} name "${name}" is not 1 to 64 letters, digits, hyphens and underscores.`),
  ];
}

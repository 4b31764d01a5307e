import type { Assembly } from '../assembly';
import { about, type Check } from '../check';
import { ENVIRONMENT_KINDS } from '../facts/environment-kinds';
import { type Variable, variablesOf } from '../lambda-variables';
import { pointsTo } from '../points-to';
import { resourcesOf } from '../resources-of';

/** A variable means one thing: what is copied from its neighbour is found. */
export const handlerVariables: Check = {
  id: 'handler-variables',
  rule: 'No two environment variables of a function name the same resource or place, and one name that says of what it is means the same in all functions',
  find: (assembly) => {
    const all = resourcesOf(assembly, 'AWS::Lambda::Function').map((lambda) => variablesOf(lambda, assembly));
    const shared = all.flat().filter(({ name }) => isOfSomething(name));
    return all.flatMap((variables) =>
      [...twice(variables, assembly), ...otherwise(variables, shared, assembly)].map(([{ lambda }, fault]) =>
        about(lambda, fault),
      ),
    );
  },
};

type Fault = readonly [variable: Variable, message: string];

/** A function that is told one thing under two names was meant to be told two. */
function twice(variables: readonly Variable[], assembly: Assembly): Fault[] {
  return variables.flatMap((each, place) => {
    const before = variables
      .slice(0, place)
      .find(({ name, text }) => text === each.text && sameKind(name, each.name) && names(each, assembly));
    return before ? [[each, `sets ${each.name} to ${each.text}, as it does ${before.name}`] satisfies Fault] : [];
  });
}

/** The usual value is that of most functions; of two that differ both are told. */
function otherwise(variables: readonly Variable[], shared: readonly Variable[], assembly: Assembly): Fault[] {
  return variables
    .filter(({ name }) => isOfSomething(name))
    .flatMap((each) => {
      const others = shared.filter(({ name, lambda }) => name === each.name && lambda !== each.lambda);
      const alike = others.filter(({ text }) => text === each.text);
      const differing = others.filter((other) => other.text !== each.text && names(other, assembly));
      const [usual] = differing;
      return usual && differing.length > alike.length && names(each, assembly)
        ? [[each, `sets ${each.name} to ${each.text}, and ${usual.lambda.logicalId} to ${usual.text}`] satisfies Fault]
        : [];
    });
}

/** Whether a text names a stack, a resource of some template, or a place in one. */
function names({ lambda, text }: Variable, assembly: Assembly): boolean {
  return (
    pointsTo(text.replace(/^s3:\/\/([^/]+).*$/, '$1'), lambda.stack, assembly).resource !== undefined ||
    text.includes('${') ||
    assembly.stacks.some((stack) => stack.name === text)
  );
}

/** `STARTS_TABLE` says of what it is the table; `TABLE_NAME` is whatever the function works on. */
function isOfSomething(name: string): boolean {
  const kind = kindOf(name);
  return kind !== undefined && name.replace(kind, '') !== '';
}

function sameKind(one: string, other: string): boolean {
  return String(kindOf(one)) === String(kindOf(other));
}

function kindOf(name: string): RegExp | undefined {
  return [/_UR[IL]$/, /(^|_)STACK(_NAME)?$/, ...ENVIRONMENT_KINDS.map((each) => each.name)].find((each) =>
    each.test(name),
  );
}

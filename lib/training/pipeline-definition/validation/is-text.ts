import { isRecord, listAt, textAt } from './read-json';
import { isReference, stepProperty } from './references-in';
import type { Subject } from './rule';

/**
 * Whether the service gets a string: a literal, a join (which casts), or a reference to something that is a string.
 * What a reference cannot resolve to is another rule's matter.
 */
export function isText(value: unknown, subject: Subject): boolean {
  if (!isReference(value)) return typeof value === 'string' || (isRecord(value) && isFunction(value));
  const type = declaredType(value.Get, subject);
  return type === undefined || type === 'String';
}

function isFunction(value: Readonly<Record<string, unknown>>): boolean {
  return 'Std:Join' in value || 'Std:JsonGet' in value;
}

/** The type that a parameter or a Lambda output was declared with; numbers of jobs are `Float`. */
function declaredType(path: string, { definition, steps }: Subject): string | undefined {
  const parameter = listAt(definition, 'Parameters').find((one) => path === `Parameters.${textAt(one, 'Name')}`);
  if (parameter !== undefined) return textAt(parameter, 'Type');
  if (path.endsWith('.Value')) return 'Float';
  const target = stepProperty(path);
  const step = steps.find(({ name }) => name === target?.step);
  const output = listAt(step?.own, 'OutputParameters').find(
    (one) => target?.property === `OutputParameters['${textAt(one, 'OutputName')}']`,
  );
  return output === undefined ? undefined : textAt(output, 'OutputType');
}

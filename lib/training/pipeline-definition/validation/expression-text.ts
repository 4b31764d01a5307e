import { isRecord, listAt, textAt } from './read-json';
import { isReference } from './references-in';

/** The text of a value, with `{…}` for what is known only at run time; undefined for what is no value. */
export function expressionText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (isReference(value)) return `{${value.Get}}`;
  if (!isRecord(value) || !('Std:Join' in value)) return undefined;
  const parts = listAt(value, 'Std:Join', 'Values').map((part) => expressionText(part) ?? '{}');
  return parts.join(textAt(value, 'Std:Join', 'On'));
}

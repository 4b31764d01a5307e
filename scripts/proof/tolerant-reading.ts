import type { Assembly, Placed, Stack } from './assembly';
import { inText } from './in-text';
import { type Reference, referencesIn } from './references';

/** A value as text; empty where a function of CloudFormation is malformed, which is CloudFormation's own to say. */
export function textIn(value: unknown, stack: Stack, assembly: Assembly): string {
  try {
    return inText(value, stack, assembly);
  } catch {
    return '';
  }
}

/** All references within a value; none where one is malformed. */
export function referencesOf(value: unknown, stack: Stack, assembly: Assembly): readonly Reference[] {
  try {
    return referencesIn(value, stack, assembly);
  } catch {
    return [];
  }
}

/** The resources that a value refers to, of any stack; none for parameters and for what no template has. */
export function pointedTo(value: unknown, stack: Stack, assembly: Assembly): readonly Placed[] {
  return referencesOf(value, stack, assembly).flatMap(
    (reference) =>
      assembly.stacks
        .find(({ id }) => id === reference.stack.id)
        ?.resources.filter(({ logicalId }) => logicalId === reference.logicalId) ?? [],
  );
}

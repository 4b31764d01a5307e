import type { Assembly, Placed, Stack } from './assembly';
import { type Reference, referencesIn } from './references';

/** The first resource of some template that a value refers to, and the attribute of it that the value takes. */
export function referred(
  value: unknown,
  stack: Stack,
  assembly: Assembly,
): { readonly resource: Placed; readonly attribute: string } | undefined {
  for (const reference of references(value, stack, assembly)) {
    const resource = neighbours(reference, assembly).find(({ logicalId }) => logicalId === reference.logicalId);
    if (resource) return { resource, attribute: reference.attribute };
  }
  return undefined;
}

/** All that the stack of a resource holds. */
export function neighbours({ stack }: Pick<Placed, 'stack'>, { stacks }: Assembly): readonly Placed[] {
  return stacks.find(({ id }) => id === stack.id)?.resources ?? [];
}

/** Whether two descriptions mean the same resource. */
export function same(one: Placed | undefined, other: Placed | undefined): boolean {
  return one !== undefined && one.stack.id === other?.stack.id && one.logicalId === other.logicalId;
}

/** None where an intrinsic function is malformed: that is CloudFormation's own to say. */
function references(value: unknown, stack: Stack, assembly: Assembly): readonly Reference[] {
  try {
    return referencesIn(value, stack, assembly);
  } catch {
    return [];
  }
}

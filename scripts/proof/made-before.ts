import type { Assembly, Placed, Stack } from './assembly';
import { list } from './json';
import { referencesIn } from './references';
import { neighbours } from './referred';

const known = new WeakMap<Stack, Map<string, readonly string[]>>();

/** What CloudFormation has made, of the same stack, before it makes a resource: what that depends on or refers to, and so on. */
export function madeBefore(resource: Placed, assembly: Assembly): ReadonlySet<string> {
  const before = new Set<string>();
  for (const open = [...direct(resource, assembly)]; open.length > 0; ) {
    const id = open.pop() as string;
    if (before.has(id)) continue;
    before.add(id);
    const next = neighbours(resource, assembly).find(({ logicalId }) => logicalId === id);
    if (next) open.push(...direct(next, assembly));
  }
  return before;
}

function direct({ stack, logicalId, DependsOn, Properties }: Placed, assembly: Assembly): readonly string[] {
  const ofStack = known.get(stack) ?? new Map<string, readonly string[]>();
  known.set(stack, ofStack);
  const found = ofStack.get(logicalId) ?? [...list(DependsOn).map(String), ...referred(Properties, stack, assembly)];
  ofStack.set(logicalId, found);
  return found;
}

function referred(value: unknown, stack: Stack, assembly: Assembly): readonly string[] {
  try {
    return referencesIn(value, stack, assembly)
      .filter((reference) => reference.stack.id === stack.id)
      .map(({ logicalId }) => logicalId);
  } catch {
    return [];
  }
}

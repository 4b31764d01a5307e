import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import type { Assembly, Stack } from '../assembly';
import { STATEFUL } from '../facts/stateful';

/** A resource that holds data and would not outlive the next deploy as it is. */
export interface LostState {
  readonly stack: string;
  readonly logicalId: string;
  readonly message: string;
}

const DESTRUCTIVE: Readonly<Partial<Record<ResourceImpact, string>>> = {
  [ResourceImpact.WILL_DESTROY]: 'would be deleted',
  [ResourceImpact.WILL_ORPHAN]: 'would be left behind, its data with it',
  [ResourceImpact.WILL_REPLACE]: 'would be replaced by an empty one',
  [ResourceImpact.MAY_REPLACE]: 'may be replaced by an empty one',
};

/**
 * What holds data in the released templates and would be replaced, deleted or left behind by these. A stack under another
 * name or in another region counts as gone: CloudFormation would make a new one.
 */
export function lostState(released: Assembly, next: Assembly): LostState[] {
  return released.stacks.flatMap((before) => {
    const after = next.stacks.find(({ id }) => id === before.id);
    const elsewhere = after && (after.name !== before.name || after.region !== before.region);
    return after && !elsewhere
      ? lostOf(before, after)
      : all(before, after ? 'is deployed as another stack' : 'is gone');
  });
}

function lostOf(before: Stack, after: Stack): LostState[] {
  const lost: LostState[] = [];
  fullDiff(before.template, after.template).resources.forEachDifference((logicalId, change) => {
    const what = DESTRUCTIVE[change.changeImpact];
    const type = change.oldValue?.Type ?? '';
    if (!what || !STATEFUL.test(type)) return;
    const causes = Object.entries(change.propertyUpdates)
      .filter(([, { changeImpact }]) => changeImpact && DESTRUCTIVE[changeImpact])
      .map(([name]) => name);
    const why = causes.length > 0 ? ` since ${causes.join(', ')} changed` : '';
    lost.push({ stack: before.id, logicalId, message: `the ${type} ${what}${why}` });
  });
  return lost;
}

function all(stack: Stack, what: string): LostState[] {
  return stack.resources
    .filter(({ Type }) => STATEFUL.test(Type))
    .map(({ logicalId, Type }) => ({ stack: stack.id, logicalId, message: `the ${Type} is lost: its stack ${what}` }));
}

import { CostExplorerServiceException } from '@aws-sdk/client-cost-explorer';
import type { Known } from './known';
import type { MeteredCostExplorer } from './metered-cost-explorer';

/** Whether bills tell costs apart by a key; `unseen` when no bill has met it yet. */
export interface TagState {
  readonly key: string;
  readonly state: 'active' | 'inactive' | 'unseen';
}

/** How each key stands. An account that does not pay its own bill may not ask: then it is unknown, with the reason. */
export async function readTagStates(
  explorer: MeteredCostExplorer,
  keys: readonly string[],
): Promise<Known<readonly TagState[]>> {
  try {
    const { CostAllocationTags = [] } = await explorer.tags([...keys]);
    const states = new Map(CostAllocationTags.map(({ TagKey, Status }) => [TagKey, Status]));
    const stateOf = (status: string | undefined) =>
      status === undefined ? 'unseen' : status === 'Active' ? 'active' : 'inactive';
    return { value: keys.map((key) => ({ key, state: stateOf(states.get(key)) })) };
  } catch (error) {
    if (!(error instanceof CostExplorerServiceException && error.name === 'AccessDeniedException')) throw error;
    return { value: null, reason: 'only the account that pays the bill may see which tags are active' };
  }
}

/** What a person has to do so that bills tell costs apart by the tags; nothing when all is well. */
export function tagAdvice(states: Known<readonly TagState[]>): readonly string[] {
  const where =
    'in the account that pays the bill: Billing and Cost Management, "Cost allocation tags", "User-defined"';
  if (states.value === null)
    return [`Whether the tags are active is unknown: ${states.reason}. If costs are missing here, look ${where}.`];
  const named = (state: TagState['state']) =>
    states.value
      .filter((each) => each.state === state)
      .map(({ key }) => key)
      .join(', ');
  const [inactive, unseen] = [named('inactive'), named('unseen')];
  return [
    ...(inactive
      ? [
          `Not active, so that no cost is told by it: ${inactive}. Tick it and press "Activate" ${where}; costs carry it from about a day later, not before.`,
        ]
      : []),
    ...(unseen
      ? [
          `Not met on any bill yet: ${unseen}. AWS lists a key about a day after the first resource carries it; then activate it ${where}.`,
        ]
      : []),
  ];
}

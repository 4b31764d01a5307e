import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  type CostExplorerClient,
  CostExplorerServiceException,
  ListCostAllocationTagsCommand,
  UpdateCostAllocationTagsStatusCommand,
} from '@aws-sdk/client-cost-explorer';
import { publishSignal } from '../../shared/publish-signal';
import { type Environment, TAGS_INACTIVE } from './environment';
import { type Answers, judgeActivation, type TagActivation } from './judge-activation';

export interface Clients {
  readonly cloudWatch: CloudWatchClient;
  readonly costExplorer: CostExplorerClient;
}

/**
 * Activates the cost tags that AWS has met and that are not active, and publishes how many keys are left. Reads nothing of
 * its event and no clock: the same twice changes nothing. What AWS refuses is part of the answer, since only a person can
 * mend it; every other failure is thrown, so that it is tried again.
 */
export async function activateTags({ cloudWatch, costExplorer }: Clients, env: Environment): Promise<TagActivation> {
  const keys = env.TAG_KEYS.split(',');
  const activation = judgeActivation(await activateMet(keys, costExplorer));
  const count = keys.length - activation.active.length;
  await publishSignal(cloudWatch, { namespace: env.SIGNAL_NAMESPACE, name: TAGS_INACTIVE, count });
  return activation;
}

async function activateMet(keys: readonly string[], costExplorer: CostExplorerClient): Promise<Answers> {
  const listed = await orRefusal(() =>
    costExplorer.send(new ListCostAllocationTagsCommand({ TagKeys: [...keys], Type: 'UserDefined' })),
  );
  if (typeof listed === 'string') return { keys, active: [], refusals: refusalOfAll(keys, listed) };
  const statuses = new Map((listed.CostAllocationTags ?? []).map(({ TagKey, Status }) => [TagKey, Status]));
  const active = keys.filter((key) => statuses.get(key) === 'Active');
  const inactive = keys.filter((key) => statuses.get(key) === 'Inactive');
  if (inactive.length === 0) return { keys, active, refusals: new Map() };
  const refusals = await activate(inactive, costExplorer);
  return { keys, active: keys.filter((key) => statuses.has(key) && !refusals.has(key)), refusals };
}

/** By key, why it was not activated. */
async function activate(keys: readonly string[], costExplorer: CostExplorerClient): Promise<Map<string, string>> {
  const CostAllocationTagsStatus = keys.map((TagKey) => ({ TagKey, Status: 'Active' as const }));
  const updated = await orRefusal(() =>
    costExplorer.send(new UpdateCostAllocationTagsStatusCommand({ CostAllocationTagsStatus })),
  );
  if (typeof updated === 'string') return refusalOfAll(keys, updated);
  const { Errors = [] } = updated;
  return new Map(Errors.map(({ TagKey = '', Code, Message }) => [TagKey, Message ?? Code ?? 'no reason given']));
}

/** What was answered, or in AWS's words why this account may not ask: only the one who pays may, and whom it lets. */
async function orRefusal<Answer>(ask: () => Promise<Answer>): Promise<Answer | string> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CostExplorerServiceException && error.name === 'AccessDeniedException') return error.message;
    throw error;
  }
}

function refusalOfAll(keys: readonly string[], reason: string): Map<string, string> {
  return new Map(keys.map((key) => [key, reason]));
}

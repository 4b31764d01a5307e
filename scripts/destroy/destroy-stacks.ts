import { type CloudFormationClient, paginateListStackResources, type Stack } from '@aws-sdk/client-cloudformation';
import { emptyBucket } from './empty-bucket';
import { findStacks } from './find-stacks';
import { type Stopping, stopEverything } from './stop-everything';
import type { Inventory } from './take-inventory';
import { waitUntil } from './wait-until';

/** CloudFormation deletes no stack in these; one that was only ever reviewed stays so. */
const AT_WORK = /^(?!REVIEW_).*_IN_PROGRESS$/;

export interface StackDestruction extends Stopping {
  readonly prefix: string;
  readonly inventory: Inventory;
  readonly cdkDestroy: () => Promise<void>;
}

/**
 * Deletes the stacks, once nothing changes them any more: whoever takes a version into service updates one. A deletion that fails half way is tried once more, with everything stopped and every bucket emptied
 * again: a run may have started, and S3 delivers access logs hours late, into a bucket that was empty. Throws with
 * CloudFormation's reasons when stacks remain.
 */
export async function destroyStacks({ prefix, inventory, cdkDestroy, ...stopping }: StackDestruction): Promise<void> {
  const { clients, sleep, say } = stopping;
  const noneAtWork = async () => {
    const { ours } = await findStacks(clients.cloudFormation, prefix);
    return !ours.some(({ StackStatus = '' }) => AT_WORK.test(StackStatus));
  };
  await waitUntil(`the end of all changes of the stacks of ${prefix}`, noneAtWork, sleep);
  try {
    await cdkDestroy();
  } catch (error) {
    const { ours } = await findStacks(clients.cloudFormation, prefix);
    const failed = ours.filter(({ StackStatus }) => StackStatus === 'DELETE_FAILED');
    if (failed.length === 0) throw error;
    for (const reason of await reasons(clients.cloudFormation, failed)) say(reason);
    say('once more, with the buckets emptied');
    await stopEverything(inventory, stopping);
    for (const bucket of inventory.buckets) await emptyBucket(clients.s3, bucket);
    await cdkDestroy().catch((again: Error) => say(again.message));
  }
  const { ours: remaining } = await findStacks(clients.cloudFormation, prefix);
  if (remaining.length > 0)
    throw new Error(`these stacks remain:\n${(await reasons(clients.cloudFormation, remaining)).join('\n')}`);
}

/** A line for each stack, and for each of its resources that could not be deleted. */
async function reasons(client: CloudFormationClient, stacks: readonly Stack[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { StackName, StackStatus, StackStatusReason } of stacks) {
    lines.push(`${StackName}: ${StackStatus}${StackStatusReason ? `, ${StackStatusReason}` : ''}`);
    for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
      for (const { ResourceStatus, LogicalResourceId, ResourceType, ResourceStatusReason } of StackResourceSummaries)
        if (ResourceStatus === 'DELETE_FAILED')
          lines.push(`  ${LogicalResourceId} (${ResourceType}): ${ResourceStatusReason ?? 'no reason given'}`);
  }
  return lines;
}

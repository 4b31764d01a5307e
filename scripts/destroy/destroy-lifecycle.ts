import { DescribeModelPackageGroupCommand } from '@aws-sdk/client-sagemaker';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { endpointNames } from '../../lib/serving/endpoint-names';
import { assertDisposable } from './assert-disposable';
import type { AwsClients } from './aws-clients';
import { deleteLogGroups } from './delete-log-groups';
import { deleteServed } from './delete-served';
import { deleteTraces } from './delete-traces';
import { destroyStacks } from './destroy-stacks';
import { deleteBucket } from './empty-bucket';
import { findStacks } from './find-stacks';
import { orWhenGone } from './or-when-gone';
import { stopEverything } from './stop-everything';
import { type Inventory, takeInventory } from './take-inventory';
import type { Sleep } from './wait-until';

export interface Destruction {
  readonly config: EnvironmentConfig;
  readonly clients: AwsClients;
  /** Deletes the app's stacks; rejects when one stays. */
  readonly cdkDestroy: () => Promise<void>;
  /** Asks whether `what` may be deleted; `answer` is what a person has to type. */
  readonly confirm: (what: string, answer: string) => Promise<boolean>;
  readonly sleep: Sleep;
  readonly say: (line: string) => void;
}

/**
 * Removes one environment from its account and region:
 * 1. find its stacks and what they hold
 * 2. stop what runs
 * 3. delete what runs left outside the stacks
 * 4. delete the stacks
 * 5. delete what deleting left, and look whether anything remains
 * Ends with what stays on purpose. An environment that is not there is no error; one that keeps its data, and anything
 * of ours that remains, is.
 */
export async function destroyLifecycle({ config, clients, cdkDestroy, confirm, sleep, say }: Destruction) {
  assertDisposable(config);
  const prefix = `${config.project}-${config.environment}`;
  const { ours, alike } = await findStacks(clients.cloudFormation, prefix);
  const left = alike.map((name) => `stack ${name}: begins like ours, but no phase of this version is called so`);
  const outside = { config, clients, sleep, say };
  if (ours.length === 0) {
    say(`${prefix} has no stack in ${config.region}: nothing to destroy`);
    await deleteUnstacked(outside, prefix, { functions: [], logGroups: [] });
    sayLeft(left, say);
    return;
  }
  const names = ours.map(({ StackName = '' }) => StackName).sort();
  const account = ours[0]?.StackId?.split(':')[4];
  const what = `${prefix} in account ${account}, ${config.region}: ${names.join(', ')}, with all their data and models`;
  if (!(await confirm(`This deletes ${what}.`, prefix)))
    throw new Error('nothing was deleted: it was not confirmed (--yes says so beforehand)');
  say(`destroying ${what}`);
  const inventory = await takeInventory(clients.cloudFormation, ours);
  const stopping = { clients, sleep, say };
  await stopEverything(inventory, stopping);
  left.push(...(await deleteTraces(inventory, stopping)));
  await destroyStacks({ ...stopping, prefix, inventory, cdkDestroy });
  say(`stacks deleted: ${names.length}`);
  await deleteUnstacked(outside, prefix, inventory);
  await deleteRemains(inventory, { clients, say });
  if (inventory.apiAccounts.length > 0)
    left.push("API Gateway's log role: the account's setting names it, and every API of the account logs through it");
  left.push(
    ...inventory.keys.map((id) => `KMS key ${id}: pending deletion, AWS waits 7 days before it deletes a key`),
    'the CDK toolkit (stack CDKToolkit) with the uploaded templates and code: every CDK app of the account uses it',
  );
  sayLeft(left, say);
}

/** What stands outside the stacks and is known to be ours without them: an attempt before may have stopped behind them. */
async function deleteUnstacked(
  { config, clients, sleep, say }: Pick<Destruction, 'config' | 'clients' | 'sleep' | 'say'>,
  prefix: string,
  { functions, logGroups }: Pick<Inventory, 'functions' | 'logGroups'>,
): Promise<void> {
  await deleteServed({ sageMaker: clients.sageMaker, config, sleep, say });
  // SageMaker makes them when an endpoint writes its first line.
  const ofEndpoints = Object.values(endpointNames(config)).map((name) => `/aws/sagemaker/Endpoints/${name}`);
  const logs = await deleteLogGroups(clients.logs, prefix, { functions, logGroups: [...logGroups, ...ofEndpoints] });
  if (logs > 0) say(`log groups of functions and endpoints deleted: ${logs}`);
}

/** What deleting stacks can leave; throws when a model package group outlived its stack. */
async function deleteRemains(inventory: Inventory, { clients, say }: Pick<Destruction, 'clients' | 'say'>) {
  for (const bucket of inventory.buckets)
    if (await deleteBucket(clients.s3, bucket)) say(`bucket ${bucket} outlived its stack: emptied and deleted`);
  for (const ModelPackageGroupName of inventory.modelPackageGroups) {
    const group = await orWhenGone(
      clients.sageMaker.send(new DescribeModelPackageGroupCommand({ ModelPackageGroupName })),
      undefined,
    );
    if (group)
      throw new Error(`the model package group ${ModelPackageGroupName} remains: delete its versions, then it`);
  }
}

function sayLeft(left: readonly string[], say: (line: string) => void): void {
  if (left.length === 0) return;
  say('left on purpose:');
  for (const line of left) say(`  ${line}`);
}

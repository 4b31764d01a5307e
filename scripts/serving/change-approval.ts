import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  type ModelPackageSummary,
  paginateListModelPackages,
  type SageMakerClient,
  UpdateModelPackageCommand,
} from '@aws-sdk/client-sagemaker';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { stackName } from '../../lib/config/stacks';
import { APPLY_SERVING_STATE, findStateMachine } from './find-state-machine';
import { awaitEnd, awaitStart, knownExecutions, type Sleep } from './follow-execution';
import type { ServingClients } from './serving-clients';
import type { VerbOptions } from './verb-options';

export interface Operator {
  readonly clients: ServingClients;
  readonly sleep: Sleep;
  readonly say: (line: string) => void;
}

const STATUS = { approve: 'Approved', reject: 'Rejected' } as const;

/**
 * Approves or rejects a version in the registry, which sets off all that follows, and waits until it has followed. A
 * version that has the status already makes no event, so there the run is started directly.
 */
export async function changeApproval(
  action: keyof typeof STATUS,
  { config, group, number, reason, wait }: VerbOptions,
  { clients, sleep, say }: Operator,
): Promise<void> {
  const versions = await listVersions(clients.sageMaker, group);
  const wanted = number ?? (action === 'approve' ? newestPending(versions, group) : await inService(clients, config));
  const found = versions.find(({ ModelPackageVersion }) => ModelPackageVersion === wanted);
  if (!found?.ModelPackageArn) throw new Error(`${group} has no version ${wanted}`);
  const version = found.ModelPackageArn;
  const stateMachineArn = await findStateMachine(clients.cloudFormation, config, APPLY_SERVING_STATE);

  if (found.ModelApprovalStatus === STATUS[action]) {
    say(`version ${wanted} of ${group} is ${STATUS[action]} already`);
    const input = JSON.stringify({ action, version, cause: 'approval' });
    const { executionArn = '' } = await clients.stepFunctions.send(
      new StartExecutionCommand({ stateMachineArn, input }),
    );
    if (wait) say(await awaitEnd(executionArn, { ...clients, sleep }));
    return;
  }
  const known = await knownExecutions(clients.stepFunctions, stateMachineArn);
  await clients.sageMaker.send(
    new UpdateModelPackageCommand({
      ModelPackageArn: version,
      ModelApprovalStatus: STATUS[action],
      ApprovalDescription: reason,
    }),
  );
  say(`version ${wanted} of ${group} is ${STATUS[action]}: ${reason}`);
  if (!wait) return;
  const isMeant = (input: { action?: string; version?: string }) =>
    input.action === action && input.version === version;
  const executionArn = await awaitStart(stateMachineArn, known, isMeant, { ...clients, sleep });
  say(await awaitEnd(executionArn, { ...clients, sleep }));
}

async function listVersions(client: SageMakerClient, ModelPackageGroupName: string): Promise<ModelPackageSummary[]> {
  const versions: ModelPackageSummary[] = [];
  for await (const { ModelPackageSummaryList = [] } of paginateListModelPackages({ client }, { ModelPackageGroupName }))
    versions.push(...ModelPackageSummaryList);
  return versions;
}

function newestPending(versions: readonly ModelPackageSummary[], group: string): number {
  const pending = versions.filter(({ ModelApprovalStatus }) => ModelApprovalStatus === 'PendingManualApproval');
  if (pending.length === 0) throw new Error(`no version of ${group} waits for approval; name one by its number`);
  return Math.max(...pending.map(({ ModelPackageVersion = 0 }) => ModelPackageVersion));
}

async function inService({ cloudFormation }: ServingClients, config: EnvironmentConfig): Promise<number> {
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stackName(config, 'serving') }));
  const version = Stacks?.[0]?.Parameters?.find(({ ParameterKey }) => ParameterKey === 'ApprovedModelVersion');
  const [, number] = /\/(\d+)$/.exec(version?.ParameterValue ?? '') ?? [];
  if (number === undefined) throw new Error('no version is in service; name one by its number');
  return Number(number);
}

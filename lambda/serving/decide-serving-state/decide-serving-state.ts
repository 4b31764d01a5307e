import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeModelPackageCommand,
  paginateListModelPackages,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import * as z from 'zod/mini';
import { readLimit } from '../../shared/environment';
import { type Answer, type Failure, isOutOfPatience, servingRun } from '../state/serving-run';
import { readServingStack } from '../state/serving-stack';
import { asSentence, NO_VERSION, type ServingState, versionName } from '../state/serving-state';
import { type Decision, decideRequest, decideWayBack, type Version } from './decision';
import type { Environment } from './environment';
import { FailedVersions } from './failed-versions';
import { findProblem, type RegistryClients } from './find-problem';
import { rollBackAlarmOn } from './roll-back-alarm-on';

export interface Clients extends RegistryClients {
  readonly cloudFormation: CloudFormationClient;
  readonly cloudWatch: CloudWatchClient;
  readonly dynamoDb: DynamoDBClient;
}

/** Decides what the stack shall be updated to, from the registry and the stack as they are now; changes neither. */
export async function decideServingState(event: unknown, clients: Clients, env: Environment): Promise<Answer> {
  const input = z.parse(servingRun, event);
  const { request, answer } = input.run;
  const failedVersions = new FailedVersions(clients.dynamoDb, env.FAILED_VERSIONS_TABLE);
  const failure = answer?.failure;
  if (failure && isToBlame(failure, answer.former)) await failedVersions.remember(failure.version, failure.at);

  const [stack, versions, failedAt] = await Promise.all([
    readServingStack(clients.cloudFormation, env.SERVING_STACK),
    readVersions(clients.sageMaker, env.MODEL_PACKAGE_GROUP_NAME, 'version' in request ? request.version : undefined),
    failedVersions.all(),
  ]);
  const situation = { stack, versions, failedAt };
  const decision = failure
    ? await underQuietAlarms(decideWayBack(failure, answer.former, situation), clients, env)
    : decideRequest(request, situation);

  const known = {
    former: failure ? answer.former : stack.state,
    refusals: answer?.refusals ?? 0,
    ...(failure && { failure }),
  };
  const state = stack.state;
  if (decision.step === 'wait' && isOutOfPatience(input, readLimit(env, 'PATIENCE_HOURS'))) {
    const reason = [failure?.reason, `Gave up waiting: ${decision.reason}`].filter(Boolean).join(' ');
    return { ...known, ...state, step: 'failed', error: 'ServingFailed', reason };
  }
  const { update, reason, step, error } = await settle(decision, clients, failure !== undefined);
  if (update && failedAt.has(update.version)) await failedVersions.forget(update.version);
  return { ...known, ...(update ?? state), step, error, reason: asSentence(reason) };
}

/** A version that serves well on demand is not to blame when it cannot be woken: a quota refuses that too. */
function isToBlame({ version, tries }: Failure, former: ServingState): boolean {
  return version !== NO_VERSION && (version !== former.version || tries > 1);
}

/** The alarm that took a version back is still on for a while, and would take back its successor too. */
async function underQuietAlarms(decision: Decision, { cloudWatch }: Clients, env: Environment): Promise<Decision> {
  const realTime =
    decision.step === 'update' ? decision.state.realTime : decision.step === 'take' ? decision.realTime : 'parked';
  const alarm = realTime === 'on' && (await rollBackAlarmOn(cloudWatch, env.ROLL_BACK_ALARMS.split(',')));
  return alarm ? { step: 'wait', reason: `the alarm ${alarm} is on.` } : decision;
}

type Settled = Pick<Answer, 'step' | 'reason' | 'error'> & { readonly update?: ServingState };

/** Turns a decision into the run's next step; only here a candidate's artifact is read. */
async function settle(decision: Decision, clients: RegistryClients, isWayBack: boolean): Promise<Settled> {
  switch (decision.step) {
    case 'wait':
    case 'nothing':
      return { step: decision.step, reason: decision.reason, error: '' };
    case 'refuse':
      return { step: 'failed', reason: decision.reason, error: 'ServingRefused' };
    case 'fail':
      return { step: 'failed', reason: decision.reason, error: 'ServingFailed' };
    case 'update':
      return updateTo(decision.state);
    case 'take': {
      const problems: string[] = [];
      for (const version of decision.candidates) {
        const problem = await findProblem(version, clients);
        if (!problem) return updateTo({ version, realTime: decision.realTime });
        problems.push(`${versionName(version)}: ${problem}`);
      }
      const reason = [decision.otherwise, ...problems].join(' ');
      return { step: 'failed', reason, error: isWayBack ? 'ServingFailed' : 'ServingRefused' };
    }
  }
}

function updateTo(update: ServingState): Settled {
  return { step: 'update', reason: `${versionName(update.version)}, real-time ${update.realTime}`, error: '', update };
}

/** All of the group's versions. A list may lag behind a change by moments, so the one that is `asked` about is looked up. */
async function readVersions(sageMaker: SageMakerClient, group: string, asked: string | undefined): Promise<Version[]> {
  const versions: Version[] = [];
  for await (const { ModelPackageSummaryList = [] } of paginateListModelPackages(
    { client: sageMaker },
    { ModelPackageGroupName: group },
  ))
    for (const { ModelPackageArn: arn = '', ModelApprovalStatus: approval = '' } of ModelPackageSummaryList)
      versions.push({ arn, approval });
  const listed = versions.find(({ arn }) => arn === asked);
  if (!listed) return versions;
  const { ModelApprovalStatus = listed.approval } = await sageMaker.send(
    new DescribeModelPackageCommand({ ModelPackageName: listed.arn }),
  );
  return versions.map((each) => (each === listed ? { ...each, approval: ModelApprovalStatus } : each));
}

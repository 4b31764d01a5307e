import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { isBusy, readServingStack } from '../../serving/state/serving-stack';
import { readLimit } from '../../shared/environment';
import { decideSchedules, updateParameters, WENT_BACK } from './decide-schedules';
import type { Environment } from './environment';
import { firstFailure } from './first-failure';
import { type Answer, type SchedulesRun, schedulesRun } from './schedules-run';
import { lastUpdate, readSchedulesStack } from './schedules-stack';
import { OFF, type Clients as WantedClients, wantedSchedules } from './wanted-schedules';

export interface Clients extends WantedClients {
  readonly cloudFormation: CloudFormationClient;
  readonly dynamoDb: DynamoDBClient;
}

/** An answer with what UpdateStack is sent, when the step is to update. */
type Plan = Answer & { readonly parameters: ReturnType<typeof updateParameters> };

const HOUR_MILLISECONDS = 3_600_000;

/** Decides what a run does next about the schedules, from the stacks as they are now; changes neither. */
export async function planSchedules(event: unknown, clients: Clients, env: Environment): Promise<Plan> {
  const { now, run } = z.parse(schedulesRun, event);
  const { status, parameters: current } = await readSchedulesStack(clients.cloudFormation, env.SCHEDULES_STACK);
  if (current.Schedules === undefined) return end('the schedules are switched off in this environment');
  const patience = readLimit(env, 'PATIENCE_HOURS') * HOUR_MILLISECONDS;
  const isOutOfPatience = Date.parse(now) - Date.parse(run.startedAt) > patience;

  const wanted = await findWanted(run, clients, env);
  if (typeof wanted === 'string') return isOutOfPatience ? giveUp(wanted) : { ...waitFor(wanted, run), parameters: [] };
  const refusal = wanted.Schedules === 'on' ? await readRefusal(clients.dynamoDb, env) : undefined;
  if (refusal !== undefined) return end(`SageMaker refused the schedules before, which is remembered: ${refusal}`);

  const events = status === WENT_BACK ? await lastUpdate(clients.cloudFormation, env.SCHEDULES_STACK) : [];
  const answer = decideSchedules({ run, status, current, wanted, whyBack: firstFailure(events) });
  if (answer.step === 'wait' && isOutOfPatience) return giveUp(answer.reason);
  return { ...answer, parameters: answer.step === 'update' ? updateParameters(current, wanted) : [] };
}

/** What the parameters shall be, or why nobody can tell yet. */
async function findWanted({ want }: SchedulesRun['run'], clients: Clients, env: Environment) {
  if (want === 'off') return OFF;
  const serving = await readServingStack(clients.cloudFormation, env.SERVING_STACK);
  if (isBusy(serving)) return `the serving stack is ${serving.status}`;
  return wantedSchedules(serving.state, clients, env);
}

async function readRefusal(dynamoDb: DynamoDBClient, env: Environment): Promise<string | undefined> {
  const Key = { stack: { S: env.SCHEDULES_STACK } };
  const { Item } = await dynamoDb.send(
    new GetItemCommand({ TableName: env.REFUSALS_TABLE, Key, ConsistentRead: true }),
  );
  return Item && (Item.reason?.S ?? '');
}

function waitFor(reason: string, { answer, update }: SchedulesRun['run']): Answer {
  const accepted = answer?.step !== 'update' || update?.Error === undefined;
  return { step: 'wait', reason, tried: accepted ? answer?.tried : undefined };
}

function end(reason: string): Plan {
  return { step: 'nothing', reason, parameters: [] };
}

function giveUp(reason: string): Plan {
  return { step: 'failed', reason: `Gave up waiting: ${reason}.`, parameters: [] };
}

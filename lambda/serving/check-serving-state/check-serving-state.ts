import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import * as z from 'zod/mini';
import { readLimit } from '../../shared/environment';
import { type Answer, isOutOfPatience, servingRun } from '../state/serving-run';
import { readServingStack, type ServingStack } from '../state/serving-stack';
import { asSentence, inService, NO_VERSION, type ServingState, versionName } from '../state/serving-state';
import type { Environment } from './environment';
import { judgeEndpoints, judgeStack, type Verdict } from './judge-update';
import { readConfigs, readEndpoint, readFailure } from './read-deployment';
import { EndpointBusyError, type SmokeTestClients, smokeTest } from './smoke-test';

export interface Clients extends SmokeTestClients {
  readonly cloudFormation: CloudFormationClient;
}

/** CloudFormation also refuses when another run was a moment faster; more often than this, it means what it says. */
const REFUSALS = 3;
/** States that a run tries: where so many do not serve, the versions are not the reason. */
const TRIES = 3;

/** Looks at what became of the run's update: by the stack, by its endpoints, and at last by their answers. */
export async function checkServingState(event: unknown, clients: Clients, env: Environment): Promise<Answer> {
  const input = z.parse(servingRun, event);
  const { answer, update } = input.run;
  if (!answer) throw new Error('nothing was decided before this check');
  const refusal = update?.Error === undefined ? undefined : `${update.Error}: ${update.Cause ?? ''}`;
  const { stack, seen, ofStack } = await see(answer, refusal, clients, env);
  switch (seen.is) {
    case 'waiting':
      if (!isOutOfPatience(input, readLimit(env, 'PATIENCE_HOURS')))
        return { ...answer, step: 'wait', reason: seen.reason };
      return gaveUp(answer, seen.reason);
    case 'occupied':
      return { ...answer, step: 'decide', reason: seen.reason };
    case 'refused': {
      const refusals = answer.refusals + 1;
      if (refusals >= REFUSALS) return gaveUp(answer, seen.reason);
      return { ...answer, step: 'decide', reason: seen.reason, refusals };
    }
    case 'superseded':
      return superseded(answer, stack.state, seen.reason);
    case 'broken': {
      const why = ofStack ? await readFailure(clients.cloudFormation, env.SERVING_STACK) : '';
      return notServing(answer, [seen.reason, why].filter(Boolean).join(' '), input.now);
    }
    case 'in-force':
      return inForce(answer);
  }
}

interface Seen {
  readonly stack: ServingStack;
  readonly seen: Verdict;
  /** Otherwise of the endpoints. */
  readonly ofStack: boolean;
}

async function see(
  wanted: ServingState,
  refusal: string | undefined,
  clients: Clients,
  env: Environment,
): Promise<Seen> {
  const stack = await readServingStack(clients.cloudFormation, env.SERVING_STACK);
  const seen = judgeStack(wanted, stack, refusal);
  if (seen.is !== 'in-force') return { stack, seen, ofStack: true };
  const looked = await look(wanted, clients, env);
  if (looked.is !== 'broken') return { stack, seen: looked, ofStack: false };
  // Another run may have begun its update while the endpoints were asked: the version is not to blame for what it met then.
  const now = await readServingStack(clients.cloudFormation, env.SERVING_STACK);
  const again = judgeStack(wanted, now, undefined);
  return again.is === 'in-force' ? { stack, seen: looked, ofStack: false } : { stack: now, seen: again, ofStack: true };
}

/** What CloudFormation has put into force, as the endpoints see it. */
async function look(wanted: ServingState, clients: Clients, env: Environment): Promise<Verdict> {
  if (wanted.version === NO_VERSION) return { is: 'in-force' };
  const names = [env.SERVERLESS_ENDPOINT, ...(wanted.realTime === 'on' ? [env.REAL_TIME_ENDPOINT] : [])];
  const [configs, ...endpoints] = await Promise.all([
    readConfigs(clients.cloudFormation, env.SERVING_STACK),
    ...names.map((name) => readEndpoint(clients.sageMaker, name)),
  ]);
  const verdict = judgeEndpoints(endpoints, configs);
  if (verdict.is !== 'in-force') return verdict;
  try {
    const problem = await smokeTest(wanted.version, names, clients);
    return problem ? { is: 'broken', reason: problem } : verdict;
  } catch (error) {
    if (error instanceof EndpointBusyError) return { is: 'waiting', reason: error.message };
    throw error;
  }
}

function inForce(answer: Answer): Answer {
  const reason = `${inService(answer)}.`;
  if (!answer.failure) return { ...answer, step: 'applied', reason: asSentence(reason) };
  // A run that had to turn back has failed, however well the way back went.
  return { ...answer, step: 'failed', error: 'ServingFailed', reason: `${answer.failure.reason} Gone back: ${reason}` };
}

function superseded(answer: Answer, state: ServingState, reason: string): Answer {
  if (!answer.failure) return { ...answer, ...state, step: 'nothing', reason: asSentence(reason) };
  return {
    ...answer,
    ...state,
    step: 'failed',
    error: 'ServingFailed',
    reason: `${answer.failure.reason} Now ${reason}`,
  };
}

/** The run turns back, and once more further back: the former version may never have been seen to serve. */
function notServing(answer: Answer, why: string, at: string): Answer {
  const { version, realTime, failure } = answer;
  const what = `${versionName(version)}, with the real-time endpoint ${realTime}, could not be taken into service. ${why}`;
  const reason = [failure?.reason, asSentence(what)].filter(Boolean).join(' ');
  const tries = (failure?.tries ?? 0) + 1;
  if (tries >= TRIES) return { ...answer, step: 'failed', error: 'ServingFailed', reason };
  return {
    ...answer,
    step: 'decide',
    reason,
    failure: { version, realTime, reason, at, since: failure?.since ?? at, tries },
  };
}

function gaveUp(answer: Answer, why: string): Answer {
  const reason = [answer.failure?.reason, `Gave up: ${why}`].filter(Boolean).join(' ');
  return { ...answer, step: 'failed', error: 'ServingFailed', reason };
}

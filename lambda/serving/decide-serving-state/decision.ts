import type { Failure, ServingRequest } from '../state/serving-run';
import { isBusy, isSettled, type ServingStack } from '../state/serving-stack';
import { inService, isSame, NO_VERSION, type ServingState, versionName, versionNumber } from '../state/serving-state';

/** A version of our group, as the registry lists it. */
export interface Version {
  readonly arn: string;
  readonly approval: string;
}

export interface Situation {
  readonly stack: ServingStack;
  /** All of the group's, in any order. */
  readonly versions: readonly Version[];
  /** When a version failed to serve, in ISO 8601, by ARN. */
  readonly failedAt: ReadonlyMap<string, string>;
}

export type Decision =
  | { readonly step: 'wait' | 'nothing' | 'refuse' | 'fail'; readonly reason: string }
  /** Needs no look at a version: it is taken out, or nothing of it is made anew. */
  | { readonly step: 'update'; readonly state: ServingState }
  /** The first of the candidates that is sound goes into service; without one, `otherwise` says what that means. */
  | {
      readonly step: 'take';
      readonly candidates: readonly string[];
      readonly realTime: ServingState['realTime'];
      readonly otherwise: string;
    };

/** What a request asks of the stack as it is now. Copies, late and crossing events find their work done. */
export function decideRequest(request: ServingRequest, situation: Situation): Decision {
  const blocked = waitOrFail(situation.stack);
  if (blocked) return blocked;
  if (request.action === 'approve') return decideApproval(request, situation);
  if (request.action === 'reject') return decideRejection(request, situation);
  return decideSwitch(request.action, situation.stack.state);
}

/**
 * What follows when the state that a run has put into force does not serve: the newest approved version before it that has
 * not failed itself. That is the former one, unless that was rejected, or another approved, while this run was at work.
 */
export function decideWayBack(failure: Failure, former: ServingState, situation: Situation): Decision {
  const blocked = waitOrFail(situation.stack);
  if (blocked) return blocked.step === 'wait' ? blocked : fail(`${failure.reason} Also, ${blocked.reason}`);
  const { state } = situation.stack;
  // Otherwise the stack went back by itself, or another run has gone on.
  const failureStands = isSame(state, failure) || situation.failedAt.has(state.version);
  if (!failureStands) return fail(`${failure.reason} Now ${inService(state)}.`);
  const onlyParks = former.version === state.version && former.realTime === 'parked' && state.realTime === 'on';
  if (onlyParks || former.version === NO_VERSION) return { step: 'update', state: former };
  return {
    step: 'take',
    candidates: usable(situation).filter(
      (arn) => versionNumber(arn) < versionNumber(state.version) || (arn === former.version && arn !== state.version),
    ),
    realTime: former.realTime,
    otherwise: `${failure.reason} No approved version can take its place: ${versionName(state.version)} stays.`,
  };
}

function decideApproval(
  { version, time }: { readonly version: string; readonly time?: string },
  situation: Situation,
): Decision {
  const { stack, versions, failedAt } = situation;
  const approval = (arn: string) => versions.find((each) => each.arn === arn)?.approval;
  const inForce = stack.state.version;
  if (approval(version) === undefined) return refuse(foreign(version));
  if (approval(version) !== 'Approved')
    return refuse(`${versionName(version)} is ${approval(version)}, so it is not taken into service.`);
  if (version === inForce) return nothing(stack.state);
  if (versionNumber(inForce) > versionNumber(version) && approval(inForce) === 'Approved')
    return nothing(stack.state, `, which is newer than ${versionName(version)} and still approved`);
  const failed = failedAt.get(version);
  if (failed && time && Date.parse(time) <= Date.parse(failed))
    return nothing(
      stack.state,
      `; ${versionName(version)} failed to serve at ${failed} and was not approved again since`,
    );
  return {
    step: 'take',
    candidates: [version],
    realTime: stack.state.realTime,
    otherwise: `${versionName(version)} is not taken into service.`,
  };
}

function decideRejection({ version }: { readonly version: string }, situation: Situation): Decision {
  const { stack, versions } = situation;
  const rejected = versions.find(({ arn }) => arn === version);
  if (!rejected) return refuse(foreign(version));
  if (version !== stack.state.version || rejected.approval === 'Approved') return nothing(stack.state);
  return {
    step: 'take',
    candidates: usable(situation).filter((arn) => versionNumber(arn) < versionNumber(version)),
    realTime: stack.state.realTime,
    otherwise: `${versionName(version)} was rejected and stays in service: no approved version with a lower number can take its place.`,
  };
}

function decideSwitch(action: 'park' | 'wake', state: ServingState): Decision {
  const realTime = action === 'wake' ? 'on' : 'parked';
  if (state.version === NO_VERSION) return nothing(state, `, so there is nothing to ${action}`);
  if (state.realTime === realTime) return nothing(state);
  if (action === 'park') return { step: 'update', state: { ...state, realTime } };
  const otherwise = `The real-time endpoint stays parked: ${versionName(state.version)} cannot be deployed again.`;
  return { step: 'take', candidates: [state.version], realTime, otherwise };
}

/** Approved versions that have not failed, the newest first. */
function usable({ versions, failedAt }: Situation): string[] {
  return versions
    .filter(({ arn, approval }) => approval === 'Approved' && !failedAt.has(arn))
    .map(({ arn }) => arn)
    .sort((one, other) => versionNumber(other) - versionNumber(one));
}

function waitOrFail(stack: ServingStack): { readonly step: 'wait' | 'fail'; readonly reason: string } | undefined {
  if (isBusy(stack)) return { step: 'wait', reason: `the serving stack is ${stack.status}.` };
  if (isSettled(stack)) return undefined;
  return fail(`the serving stack is ${stack.status} and takes no update until somebody has mended it.`);
}

function nothing(state: ServingState, detail = ''): Decision {
  return { step: 'nothing', reason: `${inService(state)}${detail}.` };
}

function foreign(version: string): string {
  return `This is no version of the environment's model, in its account and region: ${version}.`;
}

function refuse(reason: string): Decision {
  return { step: 'refuse', reason };
}

function fail(reason: string) {
  return { step: 'fail', reason } as const;
}

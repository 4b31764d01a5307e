import { isSettled, type ServingStack } from '../../serving/state/serving-stack';
import { NO_VERSION } from '../../serving/state/serving-state';

export interface Question {
  readonly stack: ServingStack;
  /** From then on nobody may have asked the endpoint anything. */
  readonly since: Date;
  /** Since then. */
  readonly invocations: number;
}

export interface Decision {
  readonly step: 'park' | 'stay';
  readonly reason: string;
}

/**
 * Whether a real-time endpoint is idle: for the whole time it has stood as it is, and nobody has asked it anything. One that
 * was just woken or has just got another model has its full time; what a smoke test asks counts as anybody's question.
 */
export function decideParking({ stack, since, invocations }: Question): Decision {
  const { status, state, changedAt } = stack;
  if (state.version === NO_VERSION || state.realTime === 'parked') return stay('no real-time endpoint runs');
  // A change under way ends in its own time, and a stack that needs a person takes no other; the next hour looks again.
  if (!isSettled(stack)) return stay(`the serving stack is ${status}`);
  if (changedAt === undefined || changedAt > since)
    return stay(`what serves changed at ${changedAt?.toISOString() ?? 'an unknown time'}`);
  const asked = `${invocations} invocations since ${since.toISOString()}`;
  return invocations > 0 ? stay(asked) : { step: 'park', reason: asked };
}

function stay(reason: string): Decision {
  return { step: 'stay', reason };
}

import { setMaxListeners } from 'node:events';
import type { Context } from 'aws-lambda';

/** Time to say that there was none: without it, the caller gets API Gateway's own error and no word on trying again. */
const RESERVE_MILLISECONDS = 1000;

/** Aborts what is under way shortly before Lambda would end the function. */
export function beforeTimeout(context: Context): AbortSignal {
  const deadline = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - RESERVE_MILLISECONDS));
  // Every call under way listens; Node takes more than ten for a leak and writes a warning into the log.
  setMaxListeners(0, deadline);
  return deadline;
}

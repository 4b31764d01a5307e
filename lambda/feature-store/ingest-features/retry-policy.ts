/** How often a record is offered to the store in all before it is parked. */
export const MAXIMUM_ATTEMPTS = 6;
const FIRST_PAUSE_MILLISECONDS = 200;
const LONGEST_PAUSE_MILLISECONDS = 10_000;

/** Codes that pass by themselves; every other one says that the record itself is not acceptable. */
const PASSING = new Set(['InternalFailure', 'ServiceUnavailable', 'ThrottlingException']);

/** Whether offering the same record again can help. Source: errors of BatchWriteRecord in the SageMaker API reference. */
export function isPassing(errorCode: string | undefined): boolean {
  return errorCode !== undefined && PASSING.has(errorCode);
}

/**
 * The pause after the given attempt (from 1), in milliseconds: anything up to a limit that doubles each time, so that
 * parallel writers spread out ("full jitter"). `random` runs from 0 up to 1.
 */
export function pauseAfter(attempt: number, random: number): number {
  return random * Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1));
}

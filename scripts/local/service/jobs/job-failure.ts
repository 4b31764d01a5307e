/** A job that failed; the message is its FailureReason in AWS's words. */
export class JobFailure extends Error {}

/** A job that took longer than it may. */
export class JobTimeout extends JobFailure {}

/** A job that someone stopped. */
export class JobStopped extends Error {}

/** A failure that leaves metadata on its step. */
export class StepFailure extends Error {
  constructor(
    message: string,
    readonly metadata: object,
  ) {
    super(message);
  }
}

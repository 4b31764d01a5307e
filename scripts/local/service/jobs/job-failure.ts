/** A job that failed; the message is its FailureReason in AWS's words. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
}

/** A job that someone stopped. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
}

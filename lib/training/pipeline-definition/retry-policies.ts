/** When and how often the service tries a step again. No exception type may stand in two policies of one step. */
export interface RetryPolicy {
  readonly ExceptionType: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxAttempts: number;
}

const ON_SERVICE_FAULT: RetryPolicy = {
  ExceptionType: ['Step.SERVICE_FAULT', 'Step.THROTTLING'],
  IntervalSeconds: 5,
  BackoffRate: 2,
  MaxAttempts: 5,
};

// SageMaker.RESOURCE_LIMIT is left out on purpose: a quota of 0 stays 0, and the run should say so at once.
const ON_JOB_FAULT: RetryPolicy = {
  ExceptionType: ['SageMaker.JOB_INTERNAL_ERROR', 'SageMaker.CAPACITY_ERROR'],
  IntervalSeconds: 60,
  BackoffRate: 2,
  MaxAttempts: 3,
};

/** For steps that only call an API (Model, RegisterModel): the `SageMaker.*` exceptions are those of jobs. */
export const API_RETRIES: readonly RetryPolicy[] = [ON_SERVICE_FAULT];

/** For training, processing and transform jobs. */
export const JOB_RETRIES: readonly RetryPolicy[] = [ON_SERVICE_FAULT, ON_JOB_FAULT];

/** For tuning jobs, which start training jobs of their own again and report no internal error. */
export const TUNING_RETRIES: readonly RetryPolicy[] = [
  ON_SERVICE_FAULT,
  { ...ON_JOB_FAULT, ExceptionType: ['SageMaker.CAPACITY_ERROR'] },
];

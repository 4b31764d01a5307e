/**
 * Errors that a task ends with beside those in the service's own model: what Step Functions' own client says, and what any
 * service of AWS may say. Source: Step Functions developer guide, "Handling errors"; "Common errors" of the API references.
 */
export const COMMON_ERRORS: readonly string[] = [
  'AccessDeniedException',
  'InternalFailure',
  'InternalServerError',
  'InternalServerException',
  'LimitExceededException',
  'RequestExpired',
  'RequestLimitExceeded',
  'ResourceNotFoundException',
  'SdkClientException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'ValidationError',
  'ValidationException',
];
export const LAMBDA_ERRORS: readonly string[] = [
  'AWSLambdaException',
  'ClientExecutionTimeoutException',
  'LambdaException',
  'Unknown',
];

/** Errors that take in every failure of a call, or all but a timeout. */
export const ANY_FAILURE: readonly string[] = ['States.ALL', 'States.TaskFailed'];
/** Of Lambda, what comes and goes by itself. Source: "Handle Lambda service exceptions" in the same guide. */
export const PASSING =
  /^Lambda\.(ServiceException|TooManyRequestsException)$|\.(Throttl\w+|InternalServer(Error|Exception)|ServiceUnavailable(Exception)?|ProvisionedThroughputExceededException|RequestLimitExceeded|SdkClientException)$/;

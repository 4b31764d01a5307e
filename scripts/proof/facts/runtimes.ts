/** Runtimes of Lambda in which functions may still be created and updated. Source: "Lambda runtimes" in its developer guide, November 2026. */
export const RUNTIMES: readonly string[] = [
  'nodejs22.x',
  'nodejs24.x',
  'python3.11',
  'python3.12',
  'python3.13',
  'python3.14',
  'java17',
  'java21',
  'java25',
  'dotnet10',
  'ruby3.3',
  'ruby3.4',
  'provided.al2023',
];

/** Variables that the runtime, the SDK or a library reads, so that a function may set them without reading them itself. */
export const READ_BY_OTHERS =
  /^(AWS_|_X_AMZN_|POWERTOOLS_|NODE_|PYTHON|OTEL_|SDK_)|^(TZ|LOG_LEVEL|HOME|USERPROFILE|HOMEPATH|HOMEDRIVE|PATH|LANG|DEBUG|NO_COLOR|FORCE_COLOR|TERM|LAMBDA_TASK_ROOT)$/;

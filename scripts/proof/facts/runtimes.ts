/**
 * Runtimes of Lambda that are supported, which is less than those in which functions may still be created. Source: "Lambda
 * runtimes", Lambda guide, as stored in autumn 2026: its table without what is deprecated by the end of November 2026, which is
 * python3.10 and dotnet8, and without dotnet9, which is for containers alone. It announces Node.js 26 and Python 3.15 for that
 * month; neither has an identifier there.
 */
export const RUNTIMES: readonly string[] = [
  'nodejs22.x',
  'nodejs24.x',
  'python3.11',
  'python3.12',
  'python3.13',
  'python3.14',
  'java8.al2',
  'java8.al2023',
  'java11',
  'java11.al2023',
  'java17',
  'java17.al2023',
  'java21',
  'java25',
  'dotnet10',
  'ruby3.3',
  'ruby3.4',
  'ruby4.0',
  'provided.al2023',
];

/** Variables that the runtime, the SDK or a library reads, so that a function may set them without reading them itself. Our judgement. */
export const READ_BY_OTHERS =
  /^(AWS_|_X_AMZN_|POWERTOOLS_|NODE_|PYTHON|OTEL_|SDK_)|^(TZ|LOG_LEVEL|HOME|USERPROFILE|HOMEPATH|HOMEDRIVE|PATH|LANG|DEBUG|NO_COLOR|FORCE_COLOR|TERM|LAMBDA_TASK_ROOT)$/;

export const ENVIRONMENT = [
  'FEATURE_GROUP_NAME',
  /** The stack whose parameters say what serves. */
  'SERVING_STACK',
  'REAL_TIME_ENDPOINT',
  'SERVERLESS_ENDPOINT',
  'PREDICTION_STREAM',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/** What a request may hold; API Gateway checks it too. BatchGetRecord takes 100 record ids of one group. */
export const LIMITS = { recordIds: 100, recordIdLength: 256 } as const;

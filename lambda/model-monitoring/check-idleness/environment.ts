export const ENVIRONMENT = [
  'SERVING_STACK',
  'REAL_TIME_ENDPOINT',
  /** The one variant of the endpoint, by which its signals go. */
  'REAL_TIME_VARIANT',
  /** Hours without a question after which the endpoint is idle. */
  'IDLE_HOURS',
  /** The state machine that parks. */
  'PARK_SERVING_ARN',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

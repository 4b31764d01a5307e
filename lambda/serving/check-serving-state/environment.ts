export const ENVIRONMENT = [
  'SERVING_STACK',
  'REAL_TIME_ENDPOINT',
  'SERVERLESS_ENDPOINT',
  /** Hours that a run waits for the stack and its endpoints before it gives up. */
  'PATIENCE_HOURS',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

export const ENVIRONMENT = [
  'SERVING_STACK',
  'SCHEDULES_STACK',
  /** A table with the string key `stack`. */
  'REFUSALS_TABLE',
  'REAL_TIME_ENDPOINT',
  /** `s3://bucket/prefix` under which the configurations for explaining stand. */
  'EXPLAINABILITY_URI',
  /** Begins the names of the endpoints that Clarify makes for explaining. */
  'SHADOW_ENDPOINT_PREFIX',
  'SHADOW_ENDPOINT_INSTANCE_TYPE',
  /** Hours that a run waits for a stack before it gives up. */
  'PATIENCE_HOURS',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

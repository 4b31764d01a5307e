export const ENVIRONMENT = [
  'SERVING_STACK',
  'MODEL_PACKAGE_GROUP_NAME',
  /** A table with the string key `version`. */
  'FAILED_VERSIONS_TABLE',
  /** Names of the alarms that roll a deployment back, with a comma between them. */
  'ROLL_BACK_ALARMS',
  /** Hours that a run waits for the stack before it gives up. */
  'PATIENCE_HOURS',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

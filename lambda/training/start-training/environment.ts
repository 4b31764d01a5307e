export const ENVIRONMENT = [
  'PIPELINE_NAME',
  'MODEL_PACKAGE_GROUP_NAME',
  /** A table with the string key `pipeline`. */
  'STARTS_TABLE',
  'COOL_DOWN_HOURS',
  'MINIMUM_NEW_LABELS',
  'SIGNAL_NAMESPACE',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/**
 * CloudWatch metric in `SIGNAL_NAMESPACE`: 1 when somebody asked for a training that could mend nothing, since too few
 * labels came. New data that merely brings few labels is no such case.
 */
export const TOO_FEW_LABELS = 'TooFewLabels';

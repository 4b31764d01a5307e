export const ENVIRONMENT = [
  /** `s3://bucket/prefix` of the log of outcomes. */
  'OUTCOMES_URI',
  /** `s3://bucket/prefix` that Model Monitor reads. */
  'GROUND_TRUTH_URI',
  /** `s3://bucket/prefix` where the place is kept up to which everything is written. */
  'PROGRESS_URI',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

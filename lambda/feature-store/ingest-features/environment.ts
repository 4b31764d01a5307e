export const ENVIRONMENT = ['FEATURE_GROUP_NAME', 'SIGNAL_NAMESPACE'] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/** CloudWatch metric in `SIGNAL_NAMESPACE`: records parked by one call; published only when there are any. */
export const PARKED_RECORDS = 'ParkedRecords';

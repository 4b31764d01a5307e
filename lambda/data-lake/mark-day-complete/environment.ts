export const ENVIRONMENT = ['RAW_BUCKET', 'RAW_PREFIX'] as const;
/** What the construct must set for this handler; the prefix, `raw/<dataset>`, without slash at its end. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

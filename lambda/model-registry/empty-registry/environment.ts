export const ENVIRONMENT = ['MODEL_PACKAGE_GROUP_NAME'] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

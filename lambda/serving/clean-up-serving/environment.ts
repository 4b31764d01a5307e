export const ENVIRONMENT = ['SERVING_STACK', 'REAL_TIME_ENDPOINT', 'SERVERLESS_ENDPOINT'] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

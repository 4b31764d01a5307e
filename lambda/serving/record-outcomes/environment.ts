export const ENVIRONMENT = ['OUTCOME_STREAM'] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/** What a request may hold; API Gateway checks it too. */
export const LIMITS = { outcomes: 100, lowestFeedback: 1, highestFeedback: 5 } as const;

import { INFERENCE_ID_LENGTH } from '../../shared/inference-id';

export const ENVIRONMENT = ['OUTCOME_STREAM'] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/** What a request may hold; API Gateway checks it too. */
export const LIMITS = {
  outcomes: 100,
  inferenceIdLength: INFERENCE_ID_LENGTH,
  lowestFeedback: 1,
  highestFeedback: 5,
} as const;

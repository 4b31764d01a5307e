import * as z from 'zod/mini';
import type { Dataset } from '../../../lib/config/dataset';
import { inferenceId } from '../../shared/prediction-log';
import { LIMITS } from './environment';

/** The body of `POST /outcomes` for a target. */
export function outcomeRequest({ positive, negative }: Dataset['target']) {
  const outcome = z
    .strictObject({
      inferenceId,
      actual: z.optional(z.enum([positive, negative])),
      feedback: z.optional(z.int().check(z.gte(LIMITS.lowestFeedback), z.lte(LIMITS.highestFeedback))),
    })
    .check(z.refine(({ actual, feedback }) => actual !== undefined || feedback !== undefined));
  return z.strictObject({ outcomes: z.array(outcome).check(z.minLength(1), z.maxLength(LIMITS.outcomes)) });
}

/** What a caller with any other body is told. */
export function expectedOutcomes({ positive, negative }: Dataset['target']): string {
  const { outcomes, lowestFeedback, highestFeedback } = LIMITS;
  return (
    `the body must be {"outcomes": […]} with 1 to ${outcomes} of {"inferenceId", "actual", "feedback"}, where actual is ` +
    `"${positive}" or "${negative}", feedback a whole number from ${lowestFeedback} to ${highestFeedback}, and one of both may be missing`
  );
}

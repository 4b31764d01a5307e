import * as z from 'zod/mini';
import { LIMITS } from './environment';

const recordId = z.string().check(z.minLength(1), z.maxLength(LIMITS.recordIdLength));
/** The body of `POST /predictions`. */
export const predictionRequest = z.strictObject({
  recordIds: z.array(recordId).check(z.minLength(1), z.maxLength(LIMITS.recordIds)),
});

/** What a caller with any other body is told. */
export const EXPECTED = `the body must be {"recordIds": […]} with 1 to ${LIMITS.recordIds} strings of 1 to ${LIMITS.recordIdLength} characters`;

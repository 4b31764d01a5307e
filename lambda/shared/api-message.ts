import * as z from 'zod/mini';
import { logger } from './logger';

/** What our handlers read of an API Gateway request. */
export interface ApiRequest {
  readonly body: string | null;
  readonly requestContext: { readonly requestTimeEpoch: number };
}

/** What API Gateway hands on to the caller. */
export interface ApiAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Longest body that is parsed at all, in UTF-16 units: well above the longest that is valid. */
const LONGEST_BODY = 256 * 1024;
/** When a caller should try again; what throttles or restarts is mostly back by then. */
const RETRY_AFTER_SECONDS = 5;

/** The request's body if it is what `schema` describes, otherwise nothing, and nothing about what is wrong with it. */
export function parseBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  { body }: ApiRequest,
): z.infer<Schema> | undefined {
  if (body === null || body.length > LONGEST_BODY) return undefined;
  try {
    return z.parse(schema, JSON.parse(body));
  } catch {
    return undefined;
  }
}

export function answer(statusCode: number, body: object, headers?: Readonly<Record<string, string>>): ApiAnswer {
  return { statusCode, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** 400 with one sentence on what the API takes: the same for every body, so that it cannot echo one. */
export function malformed(expected: string): ApiAnswer {
  return answer(400, { message: expected });
}

/** 503: the request was good, and trying it again later is right. */
export function unavailable(message: string): ApiAnswer {
  return answer(503, { message }, { 'Retry-After': String(RETRY_AFTER_SECONDS) });
}

/** The answer of `work`; a failure is logged, and the caller learns nothing but that it may try again. */
export async function orUnavailable(work: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  try {
    return await work();
  } catch (error) {
    logger.error('Request not answered', error as Error);
    return unavailable('the service is busy or not reachable; try again later');
  }
}

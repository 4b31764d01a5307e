import { Logger } from '@aws-lambda-powertools/logger';

/** One JSON line a message, with the request id of the invocation once the handler has added its context. */
export const logger = new Logger();

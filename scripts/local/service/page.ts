import { validationException } from './service-error';

export interface Paging {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/** Ten, as SageMaker's lists have it: whoever reads only the first page misses the rest here too. */
const DEFAULT_PAGE = 10;

/** One page of `items` under the member `name`, with AWS's opaque token for the next one when there is more. */
export function page<T>(name: string, items: readonly T[], { MaxResults = DEFAULT_PAGE, NextToken }: Paging): object {
  const start = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, 'base64url').toString());
  if (!Number.isInteger(start)) throw validationException('NextToken is not one that this service gave.');
  const end = start + MaxResults;
  const more = end < items.length ? { NextToken: Buffer.from(String(end)).toString('base64url') } : {};
  return { [name]: items.slice(start, end), ...more };
}

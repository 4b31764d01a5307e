import { validationException } from './service-error';

export interface Paging {
  readonly MaxResults?: number;
  readonly NextToken?: string;
  /** @default 'Ascending' */
  readonly SortOrder?: 'Ascending' | 'Descending';
}

/** Ten, as SageMaker's lists have it: whoever reads only the first page misses the rest here too. */
const DEFAULT_PAGE = 10;

/** One page of `items` (oldest first) as the member `name`, with an opaque token for the next when there is one. */
export function page<T>(name: string, items: readonly T[], { MaxResults = DEFAULT_PAGE, ...paging }: Paging): object {
  const start = paging.NextToken === undefined ? 0 : Number(Buffer.from(paging.NextToken, 'base64url').toString());
  if (!Number.isInteger(start)) throw validationException('NextToken is not one that this service gave.');
  const sorted = paging.SortOrder === 'Descending' ? items.toReversed() : items;
  const end = start + MaxResults;
  const NextToken = end < items.length ? Buffer.from(String(end)).toString('base64url') : undefined;
  return { [name]: sorted.slice(start, end), NextToken };
}

import { JobFailure } from './job-failure';

/**
 * The fields of a CSV row that a batch transform's filter keeps. For CSV its JSONPath knows positions only: `$`, `$[1]`,
 * `$[0,-1]`, `$[1:]`, `$[:-1]`; anything else is refused, and so are quoted fields, which our numbers never are.
 */
export function selectColumns(row: string, path = '$'): string {
  if (path === '$') return row;
  if (row.includes('"')) throw new JobFailure('ClientError: quoted CSV fields cannot be filtered here');
  const fields = row.split(',');
  const [, inner = ''] = /^\$\[([^\]]+)\]$/.exec(path) ?? [];
  const slice = /^(-?\d+)?:(-?\d+)?$/.exec(inner);
  if (slice)
    return fields.slice(Number(slice[1] ?? 0), slice[2] === undefined ? undefined : Number(slice[2])).join(',');
  const positions = inner.split(',').map((text) => text.trim());
  if (positions.every((text) => /^-?\d+$/.test(text)))
    return positions.map((text) => fields.at(Number(text))).join(',');
  throw new JobFailure(`ClientError: "${path}" selects no columns of a CSV row`);
}

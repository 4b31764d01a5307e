import { JobFailure } from './job-failure';

/** Picks fields of one CSV row. */
export type ColumnFilter = (fields: readonly string[]) => readonly string[];

/**
 * A batch transform's filter over CSV, where JSONPath knows positions only: `$`, `$[1]`, `$[0,-1]`, `$[1:]`, `$[:-1]`.
 * Without a filter every field stays. Anything else is refused, as SageMaker does for CSV.
 */
export function columnFilter(path: string | undefined): ColumnFilter {
  if (path === undefined || path === '$') return (fields) => fields;
  const [, inner = ''] = /^\$\[([^\]]+)\]$/.exec(path) ?? [];
  const slice = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*$/.exec(inner);
  if (slice)
    return (fields) => fields.slice(Number(slice[1] ?? 0), slice[2] === undefined ? undefined : Number(slice[2]));
  const positions = inner.split(',').map((text) => text.trim());
  if (!positions.every((text) => /^-?\d+$/.test(text)))
    throw new JobFailure(`ClientError: "${path}" selects no columns of a CSV row`);
  return (fields) => positions.flatMap((text) => fields.at(Number(text)) ?? []);
}

/** The fields of one CSV row without quotes, which is what our numbers are. */
export function csvFields(line: string): readonly string[] {
  if (line.includes('"')) throw new JobFailure('ClientError: quoted CSV fields cannot be filtered here');
  return line.split(',');
}

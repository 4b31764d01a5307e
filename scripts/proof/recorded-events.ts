import type { Assembly, Placed } from './assembly';
import { EVENTS } from './facts/events';
import type { RecordedEvent } from './facts/events-shape';
import { type Json, list, record, valuesAt } from './json';
import { textOf } from './text-of';

/** The recorded events of the sources and types that a pattern names. */
export function eventsFor(pattern: Json, rule: Placed, assembly: Assembly): readonly RecordedEvent[] {
  const sources = literals(pattern.source, rule, assembly);
  const types = literals(pattern['detail-type'], rule, assembly);
  return EVENTS.filter(
    ({ source, type }) =>
      (pattern.source === undefined || sources.includes(source)) &&
      (pattern['detail-type'] === undefined || types.includes(type)),
  );
}

/** The values of a pattern that are no filters. */
export const literals = (value: unknown, rule: Placed, assembly: Assembly) =>
  list(value)
    .filter((each) => typeof each === 'string' || 'Ref' in record(each) || 'Fn::Sub' in record(each))
    .map((each) => textOf(each, rule, assembly));

/** The recorded values at a path, null too, which `valuesAt` leaves out. */
export function valuesOf(detail: Json, path: string): readonly unknown[] {
  const found = valuesAt(detail, path);
  const last = path.split('.').at(-1) ?? '';
  const parents = valuesAt(detail, path.split('.').slice(0, -1).join('.')).map(record);
  return found.length > 0 ? found : parents.filter((parent) => last in parent).map((parent) => parent[last]);
}

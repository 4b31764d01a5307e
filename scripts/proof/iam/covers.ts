import { arnMatches } from './arn';
import type { Statement } from './statement';
import { matches } from './wildcard';

/** Whether a statement without conditions is about every request that another is about. */
export function covers(wide: Statement, narrow: Statement): boolean {
  if (
    wide.conditions.length > 0 ||
    wide.actions.not ||
    wide.resources?.not ||
    narrow.actions.not ||
    narrow.resources?.not
  )
    return false;
  const actions = narrow.actions.of.every((action) =>
    wide.actions.of.some((pattern) => matches(pattern, action, { ignoreCase: true })),
  );
  const resources = (narrow.resources?.of ?? []).every((arn) =>
    (wide.resources?.of ?? []).some((pattern) => arnMatches(pattern, arn)),
  );
  return actions && resources;
}

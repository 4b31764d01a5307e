import { arnMatches } from './arn';
import { type Context, fulfils } from './conditions';
import { variablesOf } from './policy-variable';
import type { Choice, Statement } from './statement';
import { matches } from './wildcard';

export interface Request {
  /** As `s3:GetObject`. */
  readonly action: string;
  /** An ARN, or `*` for an action that IAM asks about without one. */
  readonly resource: string;
  readonly context?: Context;
}

export type Decision = 'allowed' | 'implicitly-denied' | 'explicitly-denied';

/**
 * What IAM decides from the statements of one identity within its own account: a Deny that applies wins, else an Allow that
 * applies, else it is refused (IAM user guide, "Policy evaluation logic"). A policy variable stands for no text here:
 * `variablesIn` tells where there are any.
 */
export function decide({ statements, ...request }: Request & { statements: readonly Statement[] }): Decision {
  const applying = statements.filter((statement) => applies(statement, request));
  if (applying.some(({ effect }) => effect === 'Deny')) return 'explicitly-denied';
  return applying.some(({ effect }) => effect === 'Allow') ? 'allowed' : 'implicitly-denied';
}

/** Whether a request is one that a statement is about. */
export function applies(
  { actions, resources, conditions }: Statement,
  { action, resource, context = {} }: Request,
): boolean {
  return (
    chosen(actions, (pattern) => matches(pattern, action, { ignoreCase: true })) &&
    (!resources || chosen(resources, (pattern) => names(pattern, resource))) &&
    conditions.every((condition) => fulfils(context, condition))
  );
}

/** Every policy variable in statements, such as `${aws:username}`. */
export function variablesIn(statements: readonly Statement[]): string[] {
  const texts = statements.flatMap(({ resources, conditions }) => [
    ...(resources?.of ?? []),
    ...conditions.flatMap(({ values }) => values),
  ]);
  return [...new Set(texts.flatMap(variablesOf))];
}

function names(pattern: string, resource: string): boolean {
  return variablesOf(pattern).length === 0 && arnMatches(pattern, resource);
}

function chosen({ not, of }: Choice, fits: (pattern: string) => boolean): boolean {
  return of.some(fits) !== not;
}

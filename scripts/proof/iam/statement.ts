/** What an element of a statement names; with `not`, all but that. */
export interface Choice {
  readonly not: boolean;
  readonly of: readonly string[];
}

export interface Condition {
  /** As written, for example `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly sid: string;
  readonly effect: string;
  readonly actions: Choice;
  /** Undefined where there is none, as in a trust policy. */
  readonly resources?: Choice;
  /** As `Service:lambda.amazonaws.com`; `AWS:*` for everybody. Undefined in a policy of a role, which says whom it is about. */
  readonly principals?: Choice;
  readonly conditions: readonly Condition[];
}

type Text = (value: unknown) => string;

/** The statements of a policy document, with values as `text` reads them. Of what is no document, none. */
export function statementsOf(document: unknown, text: Text): Statement[] {
  return listed(record(document).Statement).map((each) => statementOf(record(each), text));
}

function statementOf(each: Record<string, unknown>, text: Text): Statement {
  return {
    sid: text(each.Sid ?? ''),
    effect: text(each.Effect ?? ''),
    actions: choice(each, 'Action', (value) => listed(value).map(text)) ?? { not: false, of: [] },
    resources: choice(each, 'Resource', (value) => listed(value).map(text)),
    principals: choice(each, 'Principal', (value) => principals(value, text)),
    conditions: Object.entries(record(each.Condition)).flatMap(([operator, keys]) =>
      Object.entries(record(keys)).map(([key, values]) => ({ operator, key, values: listed(values).map(text) })),
    ),
  };
}

function choice(each: Record<string, unknown>, name: string, read: (value: unknown) => string[]): Choice | undefined {
  if (each[name] !== undefined) return { not: false, of: read(each[name]) };
  return each[`Not${name}`] === undefined ? undefined : { not: true, of: read(each[`Not${name}`]) };
}

function principals(value: unknown, text: Text): string[] {
  if (typeof value === 'string') return [`AWS:${value}`];
  return Object.entries(record(value)).flatMap(([kind, who]) => listed(who).map((each) => `${kind}:${text(each)}`));
}

/** A value as a list, which JSON of IAM leaves away around a single one. */
export function listed(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A value as an object; an empty one for anything else, so that a strange template ends in a finding and not in an error. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A statement in a few words, for a message. */
export function inWords({ sid, effect, actions }: Statement): string {
  const [first = 'nothing', ...others] = actions.of;
  const what = others.length === 0 ? first : `${first} and ${others.length} more`;
  return sid ? `statement ${sid}` : `the statement "${effect} ${actions.not ? 'all but ' : ''}${what}"`;
}

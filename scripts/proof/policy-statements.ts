import type { Assembly, Placed } from './assembly';
import { textIn } from './tolerant-reading';
import { listOf, valueAt } from './value-at';

/** Who a statement is about: kind as in IAM, `AWS`, `Service`, `Federated` or `CanonicalUser`, and the name as text. */
export interface Principal {
  readonly kind: string;
  readonly name: string;
}

/** One statement of a policy, with lists where IAM also takes single values, and texts for what a template refers to. */
export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly Principal[];
  readonly conditions: readonly {
    readonly operator: string;
    readonly key: string;
    readonly values: readonly string[];
  }[];
  /** What is allowed or denied to all but those named, `NotAction`, `NotPrincipal` or `NotResource`. */
  readonly inverted: readonly string[];
}

/** The statements of a policy document, also of one that is written as a text; none for what is no policy. */
export function statementsOf(document: unknown, resource: Placed, assembly: Assembly): readonly Statement[] {
  const text = (value: unknown) => textIn(value, resource.stack, assembly);
  const parsed = valueAt(document, 'Statement') === undefined ? parse(text(document)) : document;
  return listOf(valueAt(parsed, 'Statement')).map((statement) => ({
    effect: text(valueAt(statement, 'Effect')),
    actions: listOf(valueAt(statement, 'Action')).map(text),
    resources: listOf(valueAt(statement, 'Resource')).map(text),
    principals: principals(valueAt(statement, 'Principal'), text),
    conditions: entries(valueAt(statement, 'Condition')).flatMap(([operator, keys]) =>
      entries(keys).map(([key, values]) => ({ operator, key, values: listOf(values).map(text) })),
    ),
    inverted: entries(statement).flatMap(([key]) => (/^Not(Action|Principal|Resource)$/.test(key) ? [key] : [])),
  }));
}

function principals(value: unknown, text: (value: unknown) => string): readonly Principal[] {
  if (typeof value === 'string') return [{ kind: 'AWS', name: value }];
  return entries(value).flatMap(([kind, names]) => listOf(names).map((name) => ({ kind, name: text(name) })));
}

function entries(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

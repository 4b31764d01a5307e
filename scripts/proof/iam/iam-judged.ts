import type { Assembly } from '../assembly';
import { MANAGED_POLICIES } from '../facts/service-role-actions';
import { arnMatches } from './arn';
import { fulfils } from './conditions';
import { applies } from './decide';
import { policiesOf } from './policies';
import { variablesOf } from './policy-variable';
import type { RecordedCall } from './recorded-call';
import type { NameOf } from './resource-names';
import { type PlacedStatement, roleStatements } from './role-statements';
import type { Statement } from './statement';
import { matches } from './wildcard';

/** One way in which a role is allowed a call: the statement, and the patterns of it that fit. */
export interface Way {
  /** The place in the role's statements; undefined for a policy of the resource or of AWS. */
  readonly statement?: number;
  /** Undefined for all but some. */
  readonly action?: string;
  /** Undefined too where nobody knows what the call names. */
  readonly resource?: string;
}

export interface JudgedCall {
  readonly call: RecordedCall;
  readonly ways: readonly Way[];
  /** The Deny that forbids it, whatever allows it. */
  readonly denied?: Statement;
}

/** A role with its statements, and every call that was made with it. */
export interface JudgedRole {
  /** As `Training/EvaluationEvaluateModelRole…`. */
  readonly id: string;
  readonly statements: readonly PlacedStatement[];
  /** What policies of resources and of AWS allow the role besides. */
  readonly elsewhere: readonly Statement[];
  readonly calls: readonly JudgedCall[];
}

/** What an assembly says about a role, before any call is looked at. */
export type OpenRole = Omit<JudgedRole, 'calls'>;

/** The roles of an assembly with all that allows them anything. */
export function rolesOf(assembly: Assembly, nameOf?: NameOf): OpenRole[] {
  const policies = policiesOf(assembly, nameOf).filter(({ kind }) => kind === 'resource');
  return roleStatements(assembly, nameOf).map(({ role, arn, statements, foreignPolicies }) => ({
    id: `${role.stack.id}/${role.logicalId}`,
    statements,
    elsewhere: [
      ...policies.flatMap((policy) =>
        policy.statements.filter(
          ({ principals }) => principals && !principals.not && principals.of.includes(`AWS:${arn}`),
        ),
      ),
      ...foreignPolicies.map(managed),
    ],
  }));
}

/** Asks of each call in which ways a role is allowed it. */
export function judged(role: OpenRole, calls: readonly RecordedCall[]): JudgedRole {
  return { ...role, calls: calls.map((call) => judgedCall(role, call)) };
}

function judgedCall({ statements, elsewhere }: OpenRole, call: RecordedCall): JudgedCall {
  const own = statements.flatMap((each, statement) => waysOf(each, call).map((way) => ({ ...way, statement })));
  const others = elsewhere.flatMap((each) => waysOf(each, call)).map(() => ({}));
  return { call, ways: [...own, ...others.slice(0, 1)], denied: statements.find((each) => denies(each, call)) };
}

function denies(statement: Statement, { action, resource, context }: RecordedCall): boolean {
  return statement.effect === 'Deny' && resource !== undefined && applies(statement, { action, resource, context });
}

/** Of a call that names nothing known, neither resource nor what it says can be compared: its names are made up. */
function waysOf(statement: Statement, { action, resource, context }: RecordedCall): Way[] {
  const { effect, actions, resources, conditions } = statement;
  if (effect !== 'Allow') return [];
  const fitting = actions.of.filter((pattern) => matches(pattern, action, { ignoreCase: true }));
  if (actions.not ? fitting.length > 0 : fitting.length === 0) return [];
  const named = actions.not ? [undefined] : fitting;
  if (resource === undefined) return named.map((each) => ({ action: each }));
  if (!conditions.every((condition) => fulfils(context, condition))) return [];
  const taken = (resources?.of ?? []).filter(
    (pattern) => variablesOf(pattern).length === 0 && arnMatches(pattern, resource),
  );
  if (resources?.not) return taken.length > 0 ? [] : named.map((each) => ({ action: each }));
  return named.flatMap((each) => taken.map((pattern) => ({ action: each, resource: pattern })));
}

/** A policy of AWS as a statement; one that nobody has looked up allows nothing that could be counted on. */
function managed(arn: string): Statement {
  const [, actions = []] = Object.entries(MANAGED_POLICIES).find(([name]) => arn.endsWith(`:policy/${name}`)) ?? [];
  return {
    sid: arn,
    effect: 'Allow',
    actions: { not: false, of: actions },
    resources: { not: false, of: ['*'] },
    conditions: [],
  };
}

import { REFUSED_REQUESTS } from '../facts/refused-requests';
import { type Decision, decide, type Request } from './decide';
import type { JudgedRole } from './iam-judged';
import { inWords, type Statement } from './statement';
import { matches } from './wildcard';

interface Refused extends Request {
  readonly what: string;
}

/** What a role must be refused and is not, and every Deny of its that refuses nothing which is allowed otherwise. */
export function refusalsOf(role: JudgedRole): string[] {
  const requests = refusedRequests(role);
  const answers = (statements: readonly Statement[]): Decision[] =>
    requests.map((request) => decide({ statements: [...statements, ...role.elsewhere], ...request }));
  const now = answers(role.statements);
  const allowed = requests
    .filter((_, place) => now[place] === 'allowed')
    .map(({ action, resource, what }) => `${action} on ${resource} ${what} is allowed`);
  const idle = role.statements
    .filter(({ effect }) => effect === 'Deny')
    .filter((deny) => {
      const then = answers(role.statements.filter((each) => each !== deny));
      return !then.some((decision, place) => decision === 'allowed' && now[place] !== 'allowed');
    })
    .map((deny) => `${inWords(deny)} on ${conditionsOf(deny)} refuses nothing that is allowed without it`);
  return [...new Set([...allowed, ...idle])];
}

/** Of each action that must not be allowed in some form, the requests on all that a role's statements name for it. */
function refusedRequests({ statements, calls }: JudgedRole): Refused[] {
  return REFUSED_REQUESTS.flatMap(({ action, what, context }) => {
    const named = statements
      .filter(({ effect, actions }) => effect === 'Allow' && names(actions, action))
      .flatMap(({ resources }) => resources?.of ?? []);
    const made = calls.filter(({ call }) => call.action === action && call.resource !== undefined);
    const contexts = made.length > 0 ? made.map(({ call }) => call.context) : [{}];
    return [...new Set(named)].flatMap((resource) =>
      contexts.map((allowed) => ({ action, resource, what, context: context(allowed) })),
    );
  });
}

function names({ not, of }: Statement['actions'], action: string): boolean {
  return of.some((pattern) => matches(pattern, action, { ignoreCase: true })) !== not;
}

function conditionsOf({ conditions }: Statement): string {
  return (
    conditions.map(({ operator, key, values }) => `${operator} ${key} ${values.join(', ')}`).join(' and ') || 'all'
  );
}

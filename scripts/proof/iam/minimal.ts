import { RUN_TIME_RESOURCES } from '../facts/iam-exceptions';
import { partsOf } from './arn';
import type { JudgedRole, Way } from './iam-judged';
import type { Known } from './iam-known';
import { actionsLike } from './service-reference';
import { inWords, type Statement } from './statement';

/** Something that a role is granted and nothing that was recorded needs. */
export interface Unused {
  readonly role: string;
  readonly kind: 'statement' | 'action' | 'resource' | 'wildcard' | 'width';
  /** The action or the resource as written; for a statement its first action. */
  readonly what: string;
  /** The actions of the statement that it stands in. */
  readonly beside: readonly string[];
  readonly message: string;
}

/** Statements that no call uses, and within the others the actions, resources and widths that none does. */
export function unusedBy(role: JudgedRole, known: Known): Unused[] {
  const ways = role.calls.flatMap(({ ways, call }) => ways.map((way) => ({ ...way, call })));
  return role.statements.flatMap((statement, place) => {
    if (statement.effect !== 'Allow') return [];
    const found = ways.filter((way) => way.statement === place);
    const about = (kind: Unused['kind'], what: string, message: string): Unused => {
      const of = inWords(statement);
      return { role: role.id, kind, what, beside: statement.actions.of, message: `${of}: ${message}` };
    };
    if (found.length === 0) return [about('statement', statement.actions.of[0] ?? '', 'no recorded call uses it')];
    return [
      ...statement.actions.of
        .filter((action) => !found.some((way) => way.action === action))
        .map((action) => about('action', action, `no recorded call uses ${action}`)),
      ...wildcards(statement, found).map(([action, others]) =>
        about('wildcard', action, `${action} stands for ${others.length} actions that no recorded call uses`),
      ),
      ...idle(statement, found).map((arn) => about('resource', arn, `no recorded call is about ${arn}`)),
      ...tooWide(statement, found, known).map(([arn, names]) =>
        about('width', arn, `every recorded call about ${arn} is about ${names}, which it could name`),
      ),
    ];
  });
}

type Found = Way & { readonly call: JudgedRole['calls'][number]['call'] };

function wildcards({ actions }: Statement, found: readonly Found[]): [string, string[]][] {
  return actions.of
    .filter((action) => /[*?]/.test(action) && found.some((way) => way.action === action))
    .flatMap((action) => {
      const used = new Set(found.filter((way) => way.action === action).map(({ call }) => call.action.toLowerCase()));
      const others = actionsLike(action)
        .map(({ name }) => name)
        .filter((name) => !used.has(name.toLowerCase()));
      return others.length > 0 ? [[action, others] as [string, string[]]] : [];
    });
}

/** Resources that no call names. None are found where an action is known only without what it was about. */
function idle(statement: Statement, found: readonly Found[]): string[] {
  const known = new Set(found.filter(({ resource }) => resource !== undefined).map(({ action }) => action));
  if (found.some(({ action, resource }) => resource === undefined && !known.has(action))) return [];
  return (statement.resources?.of ?? []).filter((arn) => !found.some(({ resource }) => resource === arn));
}

/**
 * Patterns wider than what was recorded: all of it is within resources of the templates that the pattern does not name, or
 * within one folder that the templates know by name.
 */
function tooWide(statement: Statement, found: readonly Found[], known: Known): [string, string][] {
  return (statement.resources?.of ?? []).flatMap((arn): [string, string][] => {
    const star = arn.search(/[*?]/);
    const recorded = found.filter(({ resource }) => resource === arn).map(({ call }) => call.resource ?? '');
    if (star < 0 || recorded.length === 0 || isNamedAnew(arn)) return [];
    const holders = recorded.map((each) => known.holderOf(each) ?? '');
    if (holders.every((holder) => holder.length > star)) return [[arn, inShort([...new Set(holders)])]];
    if (arn === '*' && recorded.every((each) => each !== '*')) return [[arn, inShort([...new Set(recorded)])]];
    const [folder, ...others] = new Set(recorded.map((each) => /^[^/]+(?=\/)/.exec(each.slice(star))?.[0] ?? ''));
    return star > 0 && folder && others.length === 0 && known.mentions(folder) ? [[arn, folder]] : [];
  });
}

/** What a service names at each run or change, so that no template could. */
function isNamedAnew(arn: string): boolean {
  const [, , service = '', , , name = ''] = partsOf(arn) ?? [];
  return RUN_TIME_RESOURCES.some(({ matches }) => matches.test(`${service}:${name}`));
}

function inShort([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

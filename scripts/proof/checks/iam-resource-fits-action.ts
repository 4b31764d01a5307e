import { about, type Check, type Finding } from '../check';
import { ASKED_WITHOUT_RESOURCE, TAKEN_TOO } from '../facts/iam-exceptions';
import { partsOf } from '../iam/arn';
import { type Policy, policiesOf } from '../iam/policies';
import { kindsOf } from '../iam/resource-kinds';
import { type Action, actionsLike, typesOf } from '../iam/service-reference';
import { inWords, type Statement } from '../iam/statement';

/** A grant on the wrong kind of resource is void, and one on everything is too much wherever the action can name less. */
export const iamResourceFitsAction: Check = {
  id: 'iam-resource-fits-action',
  rule: 'Each action of a statement takes one of its resources, each resource is for one of its actions, and `*` is for actions that name none',
  find: (assembly) =>
    policiesOf(assembly)
      .filter(({ kind }) => kind === 'identity')
      .flatMap((policy) => policy.statements.flatMap((each) => findIn(policy, each))),
};

function findIn({ holder }: Policy, statement: Statement): Finding[] {
  const { effect, actions, resources } = statement;
  // A Deny may well be about everything; what is left out by NotAction is another check's.
  if (
    !resources ||
    resources.not ||
    actions.not ||
    resources.of.some((arn) => arn.startsWith('${') || arn.startsWith('{'))
  )
    return [];
  const named = resources.of.filter((arn) => arn !== '*');
  const all = named.length < resources.of.length;
  const wrong = [
    ...(all && effect === 'Allow' ? actions.of.flatMap(needsResource) : []),
    ...(all ? [] : actions.of.flatMap((pattern) => withoutResource(pattern, named))),
    ...named.flatMap((arn) => withoutAction(arn, actions.of)),
    ...(effect === 'Allow' ? named.flatMap(tooWide) : []),
  ];
  return wrong.map((each) => about(holder, `${inWords(statement)}: ${each}`));
}

function needsResource(pattern: string): string[] {
  const [action] = actionsLike(pattern).filter(
    ({ name, resourceTypes }) => resourceTypes.length > 0 && !(name in ASKED_WITHOUT_RESOURCE),
  );
  return action ? [`${pattern} on *, though it can name ${listOf(action)}`] : [];
}

function withoutResource(pattern: string, arns: readonly string[]): string[] {
  const meant = actionsLike(pattern);
  if (meant.length === 0 || meant.some((action) => arns.some((arn) => takes(action, arn)))) return [];
  const [action] = meant.filter(({ resourceTypes }) => resourceTypes.length > 0);
  return [
    `${pattern} takes ${action ? `${listOf(action)}: none of the resources is one` : 'no resource: it is granted on * only'}`,
  ];
}

function withoutAction(arn: string, patterns: readonly string[]): string[] {
  const meant = patterns.flatMap(actionsLike);
  return meant.length === 0 || meant.some((action) => takes(action, arn)) ? [] : [`no action of it takes ${arn}`];
}

function takes(action: Action, arn: string): boolean {
  if (action.name in ASKED_WITHOUT_RESOURCE) return false;
  const kinds = kindsOf(arn, action.service);
  const taken = [...typesOf(action).map(({ key }) => key), ...Object.keys(TAKEN_TOO[action.name] ?? {})];
  return kinds.some(({ key }) => taken.includes(key));
}

function tooWide(arn: string): string[] {
  const [, partition, service, region, account, name = ''] = partsOf(arn) ?? [];
  const wide = [partition, service, region, account].some((part) => part?.includes('*')) || /^[*/]+$/.test(name);
  return wide ? [`${arn} leaves open of what account, region or name a resource is`] : [];
}

function listOf(action: Action): string {
  const kinds = action.resourceTypes.map(({ name }) => name);
  return kinds.length > 3 ? `one of ${kinds.length} kinds of resource` : kinds.join(' or ');
}

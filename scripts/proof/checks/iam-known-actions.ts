import { about, type Check, type Finding } from '../check';
import { type Policy, policiesOf } from '../iam/policies';
import { actionsLike, conditionKey, isService } from '../iam/service-reference';
import { inWords, type Statement } from '../iam/statement';

/** IAM takes any text for an action; one that does not exist is granted to nobody, and denied to nobody. */
export const iamKnownActions: Check = {
  id: 'iam-known-actions',
  rule: 'Every action and condition key is one of the Service Authorization Reference; a wildcard stands for at least one action',
  find: (assembly) =>
    policiesOf(assembly).flatMap((policy) => policy.statements.flatMap((each) => findIn(policy, each))),
};

function findIn({ holder }: Policy, statement: Statement): Finding[] {
  const wrong = [
    ...statement.actions.of.map(wrongWithAction),
    ...statement.conditions.map(({ key }) =>
      conditionKey(key) ? undefined : `the condition key ${key} is none that IAM or a service knows`,
    ),
  ];
  return wrong.filter((each) => each !== undefined).map((each) => about(holder, `${inWords(statement)}: ${each}`));
}

function wrongWithAction(action: string): string | undefined {
  // Whether it may be everything is another check's question.
  if (action === '*' || actionsLike(action).length > 0) return undefined;
  const [service = '', name] = action.split(':');
  if (name === undefined) return `${action} is no action: it has to be service:Action`;
  if (!isService(service)) return `${service} of ${action} is no prefix of a service`;
  return `${action} is no action of ${service}${/[*?]/.test(name) ? ', and stands for none' : ''}`;
}

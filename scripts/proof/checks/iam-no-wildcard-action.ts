import { about, type Check, type Finding } from '../check';
import { COMMON_GRANTS } from '../facts/iam-exceptions';
import { type Policy, policiesOf } from '../iam/policies';
import { inWords, type Statement } from '../iam/statement';

/** Security Hub IAM.1 and IAM.21; S-05 of our checklist. */
export const iamNoWildcardAction: Check = {
  id: 'iam-no-wildcard-action',
  rule: 'An Allow names its actions: no `*`, no `service:*`, no wildcard but those of the grants of the CDK, and nothing by exclusion',
  find: (assembly) =>
    policiesOf(assembly).flatMap((policy) => policy.statements.flatMap((each) => findIn(policy, each))),
};

function findIn({ holder }: Policy, statement: Statement): Finding[] {
  const { effect, actions, resources, principals } = statement;
  if (effect !== 'Allow') return [];
  // The root of the account keeps the key in reach (KMS developer guide, "Default key policy").
  const rootOfKey =
    holder.Type === 'AWS::KMS::Key' && principals?.of.every((each) => /^AWS:arn:[^:]*:iam::\d+:root$/.test(each));
  const wild = rootOfKey ? [] : actions.of.filter((action) => /[*?]/.test(action) && !COMMON_GRANTS.includes(action));
  return [
    ...(actions.not ? ['it allows all actions but those that it names'] : []),
    ...(resources?.not ? ['it allows its actions on all resources but those that it names'] : []),
    ...(principals?.not ? ['it allows its actions to everybody but those that it names'] : []),
    ...(actions.not ? [] : wild.map((action) => `it allows ${action}, which is more than a handful of named actions`)),
  ].map((each) => about(holder, `${inWords(statement)}: ${each}`));
}

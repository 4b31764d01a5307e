import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { RESOURCE_POLICIES } from '../facts/resource-policies';
import { bindsCaller, bindsSource, isForeign } from '../own-account';
import { type Statement, statementsOf } from '../policy-statements';
import { resourcesOf } from '../resources-of';
import { textIn } from '../tolerant-reading';
import { valueAt } from '../value-at';

export const resourcePolicies: Check = {
  id: 'resource-policies',
  rule: 'A bucket, queue, topic, key, secret, function or registry is open to nobody else, and to AWS services only on behalf of this account (S-07; S3.2, .3, .6; SNS.4; SQS.3; KMS.5; Lambda.1).',
  find: (assembly) => [
    ...resourcesOf(assembly, ...Object.keys(RESOURCE_POLICIES)).flatMap((resource) =>
      statementsOf(valueAt(resource.Properties, RESOURCE_POLICIES[resource.Type] ?? ''), resource, assembly)
        .filter(({ effect }) => effect !== 'Deny')
        .flatMap(faults)
        .map((fault) => about(resource, `S-07: ${fault}`)),
    ),
    ...resourcesOf(assembly, 'AWS::Lambda::Permission').flatMap((permission) =>
      faults(asStatement(permission, assembly)).map((fault) => about(permission, `S-07, Lambda.1: ${fault}`)),
    ),
  ],
};

function faults(statement: Statement): string[] {
  const { actions, inverted, principals } = statement;
  const what = actions.join(', ');
  return [
    ...inverted
      .filter((name) => name !== 'NotResource')
      .map((name) => `a statement that allows uses ${name}, which allows all but the named`),
    ...(principals.length === 0 && inverted.length === 0
      ? ['a statement names no Principal, so AWS refuses the policy']
      : []),
    ...principals.flatMap(({ kind, name }) => {
      if (kind === 'Service')
        return bindsSource(statement)
          ? []
          : [
              `${name} is allowed ${what} on behalf of any account; Condition has to name this account as aws:SourceAccount or in aws:SourceArn`,
            ];
      if (name === '*')
        return bindsCaller(statement)
          ? []
          : [`everybody is allowed ${what} (Principal *); the policy has to name who is`];
      return isForeign(name) ? [`${name}, of another account, is allowed ${what}`] : [];
    }),
  ];
}

/** What `AWS::Lambda::Permission` writes into the function's policy. */
function asStatement({ Properties, stack }: Placed, assembly: Assembly): Statement {
  const text = (name: string) => textIn(valueAt(Properties, name), stack, assembly);
  const name = text('Principal');
  const sources = {
    'aws:SourceArn': text('SourceArn'),
    'aws:SourceAccount': text('SourceAccount'),
    'aws:PrincipalOrgID': text('PrincipalOrgID'),
  };
  return {
    effect: 'Allow',
    actions: [text('Action')],
    resources: [text('FunctionName')],
    // `*` and accounts stand for callers, a name with dots for a service.
    principals: [{ kind: /\./.test(name) ? 'Service' : 'AWS', name }],
    conditions: Object.entries(sources)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => ({ operator: 'StringLike', key, values: [value] })),
    inverted: [],
  };
}

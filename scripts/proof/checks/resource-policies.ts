import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
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
        .flatMap((statement) => findingsOf(statement, resource, 'S-07')),
    ),
    ...resourcesOf(assembly, 'AWS::Lambda::Permission').flatMap((permission) =>
      findingsOf(asStatement(permission, assembly), permission, 'S-07, Lambda.1'),
    ),
  ],
};

/** Who lives with a service that acts for any account does not live with callers whom nobody knows: those have a rule apart. */
function findingsOf(statement: Statement, resource: Placed, control: string): Finding[] {
  return [
    ...serviceFaults(statement).map((fault) => about(resource, `${control}: ${fault}`)),
    ...callerFaults(statement).map((fault) => ({ ...about(resource, `${control}: ${fault}`), rule: 'callers' })),
  ];
}

function serviceFaults(statement: Statement): string[] {
  if (bindsSource(statement)) return [];
  return statement.principals
    .filter(({ kind }) => kind === 'Service')
    .map(
      ({ name }) =>
        `${name} is allowed ${statement.actions.join(', ')} on behalf of any account; Condition has to name this account as aws:SourceAccount or in aws:SourceArn`,
    );
}

function callerFaults(statement: Statement): string[] {
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
      if (kind === 'Service') return [];
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

import { about, type Check } from '../check';
import { bindsCaller, bindsSource, isForeign } from '../own-account';
import { type Principal, type Statement, statementsOf } from '../policy-statements';
import { resourcesOf } from '../resources-of';
import { valueAt } from '../value-at';

/**
 * Services whose roles need no source account, as AWS's own instructions show them. Lambda runs a role only for functions of
 * the role's own account, whose code is ours. API Gateway takes one role per account and region for its logs, and the call
 * that sets it must come from that account. Neither documents that it sends a source, and a condition on a key that is not
 * sent locks the service out.
 */
const NO_SOURCE = /^(lambda|apigateway)\.amazonaws\.com$/;
/** AWS's names for its services, in any partition, with or without a region. */
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;
const ASSUMING =
  /^sts:(AssumeRole|AssumeRoleWithWebIdentity|AssumeRoleWithSAML|TagSession|SetSourceIdentity|SetContext)$/;

export const roleTrust: Check = {
  id: 'role-trust',
  rule: 'A role is assumed by named services for this account only, and by nobody of another account (S-07; confused deputy, IAM User Guide).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::IAM::Role').flatMap((role) => {
      const statements = statementsOf(valueAt(role.Properties, 'AssumeRolePolicyDocument'), role, assembly);
      const allowing = statements.filter(({ effect }) => effect !== 'Deny');
      if (allowing.length === 0)
        return [about(role, 'S-07: AssumeRolePolicyDocument lets nobody assume the role; it has to name who does')];
      return allowing.flatMap(faults).map((fault) => about(role, `S-07: ${fault}`));
    }),
};

function faults(statement: Statement): string[] {
  const { actions, effect, inverted, principals } = statement;
  return [
    ...inverted.map((name) => `the trust policy uses ${name}, which allows all but the named; it has to name who may`),
    ...actions
      .filter((action) => !ASSUMING.test(action))
      .map((action) => `the trust policy allows ${action}; it has to be sts:AssumeRole`),
    ...(effect === 'Allow' && actions.length > 0
      ? []
      : ['a statement of the trust policy lacks Effect or Action, so AWS refuses it']),
    ...(principals.length === 0 && inverted.length === 0 ? ['a statement of the trust policy names no Principal'] : []),
    ...principals.flatMap((principal) => principalFault(principal, statement)),
  ];
}

function principalFault({ kind, name }: Principal, statement: Statement): string[] {
  if (name === '*') return ['everybody may assume it (Principal *); it has to name who may'];
  if (kind === 'Service') {
    if (!SERVICE.test(name)) return [`Principal Service ${name} is no AWS service; it has to end in .amazonaws.com`];
    return NO_SOURCE.test(name) || bindsSource(statement)
      ? []
      : [
          `${name} may assume it for any account; Condition has to name this account as aws:SourceAccount or in aws:SourceArn`,
        ];
  }
  if (kind === 'AWS') {
    const external = statement.conditions.some(
      ({ key, operator }) => /^sts:externalid$/i.test(key) && /Equals$/.test(operator),
    );
    return isForeign(name) && !external && !bindsCaller(statement)
      ? [`${name} is of another account; Condition has to ask for sts:ExternalId`]
      : [];
  }
  const audience = statement.conditions.some(({ key }) => /:(aud|sub|app_id)$/i.test(key));
  return audience ? [] : [`${kind} ${name} may bring any token; Condition has to name the audience or the subject`];
}

import type { Statement } from './policy-statements';

/** How `inText` writes the account that a template is deployed to. */
const OWN_ACCOUNT = '111111111111';
/** They match only when the key is in the request: `…IfExists` and `ForAllValues` also match when it is not. */
const BINDING = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)$/;
const SOURCES = [
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceowner',
  'aws:sourceorgpaths',
  // CloudWatch Logs says so for which log group it uses a key, and sends no source (user guide, "Encrypt log data").
  'kms:encryptioncontext:aws:logs:arn',
];
const CALLERS = ['aws:principalaccount', 'aws:principalarn', 'aws:principalorgid', 'aws:principalorgpaths'];
const NETWORKS = ['aws:sourcevpc', 'aws:sourcevpce', 'kms:calleraccount'];

/** Whether a statement lets a service act only for this account, or this organization (confused deputy, IAM User Guide). */
export function bindsSource(statement: Statement): boolean {
  return isBound(statement, SOURCES);
}

/** Whether a statement for everybody still means only callers of this account, this organization or one network. */
export function bindsCaller(statement: Statement): boolean {
  return isBound(statement, [...SOURCES, ...CALLERS, ...NETWORKS]);
}

/** Whether a principal is of another account, as far as its name tells. */
export function isForeign(name: string): boolean {
  const account = /^\d{12}$/.test(name) ? name : /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(name)?.[1];
  return account !== undefined && account !== OWN_ACCOUNT;
}

function isBound({ conditions }: Statement, keys: readonly string[]): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      BINDING.test(operator) && keys.includes(key.toLowerCase()) && values.length > 0 && values.every(isOwn),
  );
}

/** A resource of these templates, an ARN of this account, the account itself, its organization or one of its networks. */
function isOwn(value: string): boolean {
  if (/^(o-[a-z0-9]+|vpce?-[0-9a-f]+)/.test(value) || value === OWN_ACCOUNT) return true;
  if (/^\$\{/.test(value)) return true;
  const [scheme, , , , account] = value.split(':');
  return scheme === 'arn' && (account === OWN_ACCOUNT || /\$\{/.test(value));
}

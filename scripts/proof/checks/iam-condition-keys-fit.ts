import { about, type Check, type Finding } from '../check';
import { SERVICE_CALL_KEYS } from '../facts/iam-exceptions';
import { parseOperator } from '../iam/conditions';
import { type Policy, policiesOf } from '../iam/policies';
import { actionsLike, conditionKey, takesKey } from '../iam/service-reference';
import { type Condition, inWords, type Statement } from '../iam/statement';

/** A condition that a request cannot fulfil turns an Allow into nothing, and a Deny too. */
export const iamConditionKeysFit: Check = {
  id: 'iam-condition-keys-fit',
  rule: 'A condition uses keys that the requests for its actions carry, with an operator and values that fit the kind of key',
  find: (assembly) =>
    policiesOf(assembly).flatMap((policy) => policy.statements.flatMap((each) => findIn(policy, each))),
};

function findIn(policy: Policy, statement: Statement): Finding[] {
  const wrong = [
    ...statement.conditions.flatMap((condition) => [
      ...wrongKey(statement, condition, policy.kind),
      ...wrongOperator(condition),
      ...wrongValues(condition),
    ]),
    ...wrongTogether(statement),
  ];
  return wrong.map((each) => about(policy.holder, `${inWords(statement)}: ${each}`));
}

function wrongKey({ effect, actions }: Statement, { operator, key }: Condition, kind: Policy['kind']): string[] {
  const found = conditionKey(key);
  if (!found || actions.not) return [];
  if (/deprecated/i.test(found.description))
    return [`${key} is deprecated: ${found.description.split('deprecated').at(-1)}`];
  const parsed = parseOperator(operator);
  const alwaysCarried = /^aws:(?!RequestTag\/|TagKeys$|ResourceTag\/)/i.test(key);
  if (alwaysCarried) {
    const never =
      kind === 'identity' &&
      effect === 'Allow' &&
      !parsed?.negated &&
      !parsed?.ifExists &&
      isOneOf(key, SERVICE_CALL_KEYS);
    return never ? [`${key} is carried by calls of services only, never by those of a role`] : [];
  }
  const without = actions.of.filter((pattern) => {
    const meant = actionsLike(pattern);
    return meant.length > 0 && !meant.some((action) => takesKey(action, key));
  });
  // A Deny may guard several actions of which one carries the key; an Allow is void for each that does not.
  const tolerated = effect === 'Deny' || parsed?.negated || parsed?.ifExists || parsed?.quantifier === 'ForAllValues';
  const [first] = without;
  return first && (!tolerated || without.length === actions.of.length) ? [`${first} never carries ${key}`] : [];
}

function wrongOperator({ operator, key }: Condition): string[] {
  const [parsed, found] = [parseOperator(operator), conditionKey(key)];
  if (!parsed?.family || !found) return [];
  const [, many, kind = ''] = /^(ArrayOf)?(\w+)$/.exec(found.type) ?? [];
  // An encryption context may hold an ARN, as that of CloudWatch Logs does (AWS managed policy CloudWatchLogsAPIKeyAccess).
  const mayBeArn = parsed.family === 'ARN' && /^kms:EncryptionContext:/i.test(key);
  const fits =
    mayBeArn || (parsed.family === 'String' ? ['String', 'ARN', 'Bool'].includes(kind) : parsed.family === kind);
  return [
    ...(fits || parsed.family === 'Binary'
      ? []
      : [`${operator} compares ${parsed.family}, and ${key} is of ${found.type}`]),
    ...(many && !parsed.quantifier ? [`${key} has many values: ${operator} needs ForAnyValue or ForAllValues`] : []),
  ];
}

function wrongValues({ operator, key, values }: Condition): string[] {
  const parsed = parseOperator(operator);
  const truth = parsed?.name === 'Null' || parsed?.family === 'Bool';
  return values.flatMap((value) => {
    if (truth) return /^(true|false)$/i.test(value) ? [] : [`${key} is compared with ${value}, not with true or false`];
    const literal = /^String(Not)?Equals/.test(parsed?.name ?? '');
    return literal && /[*?]/.test(value)
      ? [`${operator} takes the wildcard in ${value} by the letter: it needs StringLike`]
      : [];
  });
}

/** Keys of one statement are ANDed: a Deny for two that are missing lets everybody pass who sends either. */
function wrongTogether({ effect, conditions }: Statement): string[] {
  const missing = conditions.filter(({ operator, values }) => operator === 'Null' && values.includes('true'));
  return effect === 'Deny' && missing.length > 1
    ? [
        `it denies only when ${missing.map(({ key }) => key).join(' and ')} are missing together: each needs a statement`,
      ]
    : [];
}

function isOneOf(key: string, keys: readonly string[]): boolean {
  return keys.some((each) => each.toLowerCase() === key.toLowerCase());
}

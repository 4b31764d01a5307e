import { about, type Check, type Finding } from '../check';
import { parseOperator } from '../iam/conditions';
import { type Policy, policiesOf } from '../iam/policies';
import { inWords, record, type Statement } from '../iam/statement';

const VERSIONS = ['2012-10-17', '2008-10-17'];
/** Topics, queues and keys take words with blanks too. */
const SIDS: Readonly<Record<Policy['kind'], RegExp>> = {
  identity: /^[A-Za-z0-9]*$/,
  trust: /^[A-Za-z0-9]*$/,
  resource: /^[\w -]*$/,
};

/** What IAM refuses as a malformed policy document when the stack is deployed. */
export const iamWellFormed: Check = {
  id: 'iam-well-formed',
  rule: 'A policy document has the elements that its kind takes, and values that IAM takes for them (IAM user guide, "JSON policy elements")',
  find: (assembly) => policiesOf(assembly).flatMap(findIn),
};

function findIn(policy: Policy): Finding[] {
  const { holder, document, statements } = policy;
  const { Version } = record(document);
  const sids = statements.map(({ sid }) => sid).filter((sid) => sid !== '');
  return [
    ...(Version === undefined || VERSIONS.includes(String(Version))
      ? []
      : [`version ${Version} is none of ${VERSIONS.join(', ')}`]),
    ...(statements.length === 0 ? ['a policy without a statement'] : []),
    ...(new Set(sids).size < sids.length ? ['two statements have the same Sid'] : []),
    ...statements.flatMap((statement) => wrongWith(statement, policy).map((each) => `${inWords(statement)}: ${each}`)),
  ].map((message) => about(holder, message));
}

function wrongWith({ sid, effect, actions, resources, principals, conditions }: Statement, { kind }: Policy): string[] {
  const wrong: [boolean, string][] = [
    [!['Allow', 'Deny'].includes(effect), `its effect is ${effect || 'missing'}, not Allow or Deny`],
    [!SIDS[kind].test(sid), `its Sid ${sid} holds more than letters and digits`],
    [actions.of.length === 0, 'it names no action'],
    [kind === 'identity' && !resources, 'it names no resource'],
    [resources?.of.length === 0, 'its list of resources is empty'],
    [kind === 'trust' && resources !== undefined, 'a trust policy names no resource: it is about its own role'],
    [kind === 'identity' && principals !== undefined, 'a policy of an identity names no principal'],
    [kind !== 'identity' && (principals === undefined || principals.of.length === 0), 'it names no principal'],
    ...(resources?.of ?? []).map((each): [boolean, string] => [
      !isResource(each),
      `${each || 'an empty text'} is no ARN`,
    ]),
    ...conditions.flatMap(({ operator, key, values }): [boolean, string][] => [
      [!parseOperator(operator), `${operator} is no operator of conditions`],
      [values.length === 0, `${key} is compared with nothing`],
    ]),
  ];
  return wrong.filter(([is]) => is).map(([, message]) => message);
}

/** `*`, six parts with colons, or a value that only the deployment knows. */
function isResource(text: string): boolean {
  return text === '*' || /^arn:[^:]*:[^:]+:[^:]*:[^:]*:.+/.test(text) || /^(\$\{|\{)/.test(text);
}

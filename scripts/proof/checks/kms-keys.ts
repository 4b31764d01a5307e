import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { type Statement, statementsOf } from '../policy-statements';
import { resourcesOf } from '../resources-of';
import { isTrue, listOf, shown, valueAt } from '../value-at';

/** Days until a deleted key is gone: 7 are the fewest that AWS takes, 30 what it takes when nothing is said. */
const WINDOW = { least: 7, most: 30 };
const OWN_ROOT = /^(arn:[^:]+:iam::111111111111:root|111111111111)$/;

export const kmsKeys: Check = {
  id: 'kms-keys',
  rule: 'A key rotates, is in use, stays for a week after its deletion, and only the account itself may do everything with it (S-08; KMS.3, .4, .5).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::KMS::Key').flatMap((key) =>
      faults(key, assembly).map((fault) => about(key, `S-08: ${fault}`)),
    ),
};

function faults(key: Placed, assembly: Assembly): string[] {
  const property = (name: string) => valueAt(key.Properties, name);
  const found: string[] = [];
  // Keys that sign, and keys that somebody brought along, cannot rotate.
  const rotates =
    [undefined, 'SYMMETRIC_DEFAULT'].includes(property('KeySpec') as undefined) &&
    [undefined, 'AWS_KMS'].includes(property('Origin') as undefined);
  if (rotates && !isTrue(property('EnableKeyRotation')))
    found.push(`EnableKeyRotation is ${shown(property('EnableKeyRotation'))}; it has to be true`);
  if (property('Enabled') !== undefined && !isTrue(property('Enabled')))
    found.push('Enabled is false: nothing that it encrypted can be read');
  const window = property('PendingWindowInDays');
  if (window !== undefined && !(Number(window) >= WINDOW.least && Number(window) <= WINDOW.most))
    found.push(`PendingWindowInDays is ${shown(window)}; it has to be between ${WINDOW.least} and ${WINDOW.most}`);
  if (property('KeyPolicy') === undefined) return found;
  const statements = statementsOf(property('KeyPolicy'), key, assembly).filter(({ effect }) => effect === 'Allow');
  if (!statements.some(isForTheAccount))
    found.push(
      'KeyPolicy does not let the account itself do kms:*, so IAM policies count for nothing and AWS refuses a policy that locks its author out',
    );
  return [...found, ...statements.flatMap(tooMuch)];
}

function isForTheAccount({ principals, actions, conditions }: Statement): boolean {
  return conditions.length === 0 && actions.includes('kms:*') && principals.some(({ name }) => OWN_ROOT.test(name));
}

function tooMuch({ principals, actions }: Statement): string[] {
  const all = listOf(actions).filter((action) => action === '*' || action === 'kms:*');
  return all.length === 0
    ? []
    : principals
        .filter(({ name }) => !OWN_ROOT.test(name))
        .map(({ name }) => `KeyPolicy lets ${name} do ${all.join(', ')}; only the account itself may`);
}

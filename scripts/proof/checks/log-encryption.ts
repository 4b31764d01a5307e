import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { wrongKey } from '../customer-key';
import { statementsOf } from '../policy-statements';
import { resourcesOf } from '../resources-of';
import { pointedTo } from '../tolerant-reading';
import { valueAt } from '../value-at';

/** With a region in AWS's own instructions (CloudWatch Logs user guide, "Encrypt log data"), without one as well. */
const LOGS = /^logs(\.[a-z0-9-]+)?\.amazonaws\.com$/;
const NEEDED = ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey'];

export const logEncryption: Check = {
  id: 'log-encryption',
  rule: 'A log group is encrypted by a key of ours that lets CloudWatch Logs use it (S-10).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Logs::LogGroup').flatMap((group) => {
      const key = valueAt(group.Properties, 'KmsKeyId');
      const wrong = wrongKey(key, group.stack, assembly);
      if (wrong) return [about(group, `S-10: its key, KmsKeyId, ${wrong}; it has to be a customer's key`)];
      return pointedTo(key, group.stack, assembly)
        .filter((each) => each.Type === 'AWS::KMS::Key' && !admitsLogs(each, assembly))
        .map((each) =>
          about(
            group,
            `S-10: KeyPolicy of ${each.logicalId} does not let CloudWatch Logs use the key, so AWS refuses the log group`,
          ),
        );
    }),
};

function admitsLogs(key: Placed, assembly: Assembly): boolean {
  const allowed = statementsOf(valueAt(key.Properties, 'KeyPolicy'), key, assembly)
    .filter(
      ({ effect, principals }) =>
        effect === 'Allow' && principals.some(({ kind, name }) => kind === 'Service' && LOGS.test(name)),
    )
    .flatMap(({ actions }) => actions);
  return NEEDED.every((needed) =>
    allowed.some(
      (action) =>
        action === '*' || action === needed || (action.endsWith('*') && needed.startsWith(action.slice(0, -1))),
    ),
  );
}

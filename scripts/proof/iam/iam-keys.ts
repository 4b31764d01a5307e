import type { Assembly } from '../assembly';
import { encryptionKeys } from './encryption-keys';
import type { OpenRole } from './iam-judged';
import { keyChecks } from './operations/operation';
import type { RecordedCall } from './recorded-call';
import type { NameOf } from './resource-names';
import { matches } from './wildcard';

/** What a call asks of the key that encrypts what it is about. Sources: as for the operations in `operations`. */
const KEY_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': ['kms:Decrypt'],
  's3:GetObjectVersion': ['kms:Decrypt'],
  's3:PutObject': ['kms:GenerateDataKey'],
  'sagemaker:BatchGetRecord': ['kms:Decrypt'],
  'sagemaker:BatchWriteRecord': ['kms:Decrypt'],
  'sagemaker:DeleteRecord': ['kms:Decrypt'],
  'sagemaker:GetRecord': ['kms:Decrypt'],
  'sagemaker:PutRecord': ['kms:Decrypt'],
  'sns:Publish': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'sqs:SendMessage': ['kms:GenerateDataKey', 'kms:Decrypt'],
};

/** One of each kind of recorded calls that use a key, by what the key encrypts: a bucket, a topic, a queue, a feature group. */
export function keyUses(calls: readonly RecordedCall[]): RecordedCall[] {
  const found = new Map<string, RecordedCall>();
  for (const call of calls) {
    if (!(call.action in KEY_ACTIONS)) continue;
    const resource = call.resource && holder(call.resource);
    found.set(`${call.role} ${call.action} ${resource}`, { ...call, resource });
  }
  return [...found.values()];
}

/**
 * What IAM asks besides about the keys of an assembly when such calls are made; not every emulator does. A call of which
 * nobody knows what it is about is taken to be about all that its role's statements name for it.
 */
export function keyCalls(
  uses: readonly RecordedCall[],
  roles: readonly OpenRole[],
  assembly: Assembly,
  nameOf: NameOf,
): RecordedCall[] {
  const keys = encryptionKeys(assembly, nameOf);
  const keyOf = (arn: string) => keys.get(arn);
  const granted = new Map(roles.map(({ id, statements }) => [id, statements]));
  return uses.flatMap(({ role, action, resource, from }) => {
    const about = resource === undefined ? grantedFor(action, granted.get(role) ?? []) : [resource];
    return about.flatMap((arn) => {
      const [, , service = '', region = ''] = arn.split(':');
      // The ARN of a bucket names no region.
      const at = { account: '', region: region || (assembly.stacks[0]?.region ?? ''), keyOf };
      return keyChecks(KEY_ACTIONS[action] ?? [], arn, service, at).map((check) => ({ role, ...check, from }));
    });
  });
}

function grantedFor(action: string, statements: OpenRole['statements']): string[] {
  const about = statements.filter(
    ({ effect, actions }) =>
      effect === 'Allow' && actions.of.some((pattern) => matches(pattern, action, { ignoreCase: true })),
  );
  return [...new Set(about.flatMap(({ resources }) => resources?.of ?? []).map(holder))];
}

/** The bucket of an object; of anything else, itself. */
function holder(arn: string): string {
  return arn.replace(/^(arn:aws:s3:::[^/]+)\/.*$/s, '$1');
}

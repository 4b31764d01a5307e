import type { Assembly, Placed } from '../assembly';
import { BUCKET, logBuckets } from '../attached-policies';
import { about, type Check } from '../check';
import { wrongKey } from '../customer-key';
import { resourcesOf } from '../resources-of';
import { isTrue, listOf, shown, valueAt } from '../value-at';

export const bucketEncryption: Check = {
  id: 'bucket-encryption',
  rule: 'Data is encrypted by a key of ours, through a bucket key; access logs by S3, which delivers them to no other encryption (S-08; S3.17).',
  find: (assembly) => {
    const takers = logBuckets(assembly);
    return resourcesOf(assembly, BUCKET).flatMap((bucket) =>
      (takers.has(bucket) ? logFaults(bucket) : dataFaults(bucket, assembly)).map((fault) =>
        about(bucket, `S-08: ${fault}`),
      ),
    );
  },
};

function rulesOf({ Properties }: Placed): readonly unknown[] {
  return listOf(valueAt(Properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration'));
}

function algorithm(rule: unknown): unknown {
  return valueAt(rule, 'ServerSideEncryptionByDefault', 'SSEAlgorithm');
}

function logFaults(bucket: Placed): string[] {
  const rules = rulesOf(bucket);
  if (rules.length === 0) return ['BucketEncryption is missing; for access logs it has to say AES256'];
  return rules
    .filter((rule) => algorithm(rule) !== 'AES256')
    .map((rule) => `BucketEncryption is ${shown(algorithm(rule))}; S3 delivers access logs to AES256 only`);
}

function dataFaults(bucket: Placed, assembly: Assembly): string[] {
  const rules = rulesOf(bucket);
  if (rules.length === 0) return ['BucketEncryption is missing; data needs a key of ours'];
  return rules.flatMap((rule) => {
    if (!String(algorithm(rule)).startsWith('aws:kms'))
      return [`BucketEncryption is ${shown(algorithm(rule))}; it has to be aws:kms with a key of ours`];
    const wrong = wrongKey(valueAt(rule, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'), bucket.stack, assembly);
    return [
      ...(wrong ? [`its key, KMSMasterKeyID, ${wrong}; it has to be a customer's key`] : []),
      ...(isTrue(valueAt(rule, 'BucketKeyEnabled'))
        ? []
        : ['BucketKeyEnabled is not true: each object is one paid request to KMS']),
    ];
  });
}

import { BUCKET } from '../attached-policies';
import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { listOf, valueAt } from '../value-at';

/** A rule with one of these clears a part of the bucket only. */
const FILTERS = ['Prefix', 'TagFilters', 'ObjectSizeGreaterThan', 'ObjectSizeLessThan'];

export const bucketLifecycle: Check = {
  id: 'bucket-lifecycle',
  rule: 'Old versions and uploads that were never finished go by themselves, in the whole bucket (S-09; S3.10, .13).',
  find: (assembly) =>
    resourcesOf(assembly, BUCKET).flatMap((bucket) =>
      faults(bucket.Properties).map((fault) => about(bucket, `S-09: ${fault}`)),
    ),
};

function faults(properties: unknown): string[] {
  const rules = listOf(valueAt(properties, 'LifecycleConfiguration', 'Rules')).filter(
    (rule) => valueAt(rule, 'Status') === 'Enabled' && FILTERS.every((name) => isEmpty(valueAt(rule, name))),
  );
  const some = (...path: string[]) => rules.some((rule) => Number(valueAt(rule, ...path)) > 0);
  const versioned = valueAt(properties, 'VersioningConfiguration', 'Status') !== undefined;
  const forgets = some('NoncurrentVersionExpiration', 'NoncurrentDays') || some('NoncurrentVersionExpirationInDays');
  return [
    ...(some('AbortIncompleteMultipartUpload', 'DaysAfterInitiation')
      ? []
      : [
          'no enabled rule of LifecycleConfiguration has AbortIncompleteMultipartUpload for the whole bucket: parts of failed uploads are billed for ever',
        ]),
    ...(versioned && !forgets
      ? [
          'no enabled rule of LifecycleConfiguration has NoncurrentVersionExpiration for the whole bucket: old versions are billed for ever',
        ]
      : []),
  ];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

import { BUCKET } from '../attached-policies';
import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { isTrue, listOf, shown, valueAt } from '../value-at';

const BLOCKS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

export const bucketPrivacy: Check = {
  id: 'bucket-privacy',
  rule: 'No bucket can be made public, and all that is in it belongs to this account (S-09; S3.2, .3, .8, .12).',
  find: (assembly) =>
    resourcesOf(assembly, BUCKET).flatMap((bucket) =>
      faults(bucket.Properties).map((fault) => about(bucket, `S-09: ${fault}`)),
    ),
};

function faults(properties: unknown): string[] {
  const blocked = valueAt(properties, 'PublicAccessBlockConfiguration');
  const ownership = listOf(valueAt(properties, 'OwnershipControls', 'Rules')).map((rule) =>
    valueAt(rule, 'ObjectOwnership'),
  );
  const acl = valueAt(properties, 'AccessControl');
  return [
    ...BLOCKS.filter((name) => !isTrue(valueAt(blocked, name))).map(
      (name) => `PublicAccessBlockConfiguration.${name} is ${shown(valueAt(blocked, name))}; it has to be true`,
    ),
    ...(ownership.length === 1 && ownership[0] === 'BucketOwnerEnforced'
      ? []
      : [`OwnershipControls is ${shown(ownership[0])}; it has to be BucketOwnerEnforced, which switches ACLs off`]),
    ...(acl === undefined || acl === 'Private'
      ? []
      : [`AccessControl is ${shown(acl)}; access lists are off, so AWS refuses one`]),
    ...(valueAt(properties, 'WebsiteConfiguration') === undefined
      ? []
      : ['WebsiteConfiguration makes it a website; it has to stay private']),
  ];
}

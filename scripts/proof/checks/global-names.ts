import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOpen, textOf } from '../text-of';

/** Names of one account in all regions (IAM user guide, "IAM identifiers"). */
const OF_ACCOUNT: Readonly<Record<string, string>> = {
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
};
/** How `inText` writes the account that a template is deployed to. */
const ACCOUNT = '111111111111';

export const globalNames: Check = {
  id: 'global-names',
  rule: 'A name that has to be the only one beyond its region holds what sets it apart: a bucket’s the account and the region, one of IAM the region',
  find: findInEach(['AWS::S3::Bucket', ...Object.keys(OF_ACCOUNT)], (resource, assembly) => {
    const property = OF_ACCOUNT[resource.Type] ?? 'BucketName';
    const value = resource.Properties[property];
    const name = textOf(value, resource, assembly);
    if (value === undefined || isOpen(name)) return [];
    const { region } = resource.stack;
    const isElsewhere = !name.includes(region);
    return [
      resource.Type === 'AWS::S3::Bucket' &&
        (isElsewhere || !name.includes(ACCOUNT)) &&
        `${property} is "${name}": somebody else in the world may have it, without the account and the region in it`,
      resource.Type !== 'AWS::S3::Bucket' &&
        isElsewhere &&
        `${property} is "${name}": a second region of the account could not be deployed, without the region in it`,
    ];
  }),
};

import type { Assembly, Placed } from '../assembly';
import { resourcesOf } from '../resources-of';
import { type NameOf, ResourceNames } from './resource-names';
import { listed, record } from './statement';

/** Where a type of resource names the key that encrypts it. */
const KEYS: Readonly<Record<string, (properties: Placed['Properties']) => unknown>> = {
  'AWS::S3::Bucket': ({ BucketEncryption }) => {
    const [rule] = listed(record(BucketEncryption).ServerSideEncryptionConfiguration);
    return record(record(rule).ServerSideEncryptionByDefault).KMSMasterKeyID;
  },
  'AWS::SNS::Topic': ({ KmsMasterKeyId }) => KmsMasterKeyId,
  'AWS::SQS::Queue': ({ KmsMasterKeyId }) => KmsMasterKeyId,
  'AWS::SageMaker::FeatureGroup': ({ OnlineStoreConfig }) => record(record(OnlineStoreConfig).SecurityConfig).KmsKeyId,
};

/** The customer's keys of an assembly, by the ARN of what they encrypt. */
export function encryptionKeys(assembly: Assembly, nameOf?: NameOf): ReadonlyMap<string, string> {
  const names = new ResourceNames(assembly, nameOf);
  const keys = resourcesOf(assembly, 'AWS::KMS::Key');
  return new Map(
    resourcesOf(assembly, ...Object.keys(KEYS)).flatMap((resource) => {
      const value = KEYS[resource.Type]?.(resource.Properties);
      const text = value === undefined ? '' : names.text(value, resource.stack);
      // By id as well as by ARN.
      const key = keys
        .map((each) => names.arnOf(each) ?? '')
        .find((arn) => text !== '' && (arn === text || arn.endsWith(`/${text}`)));
      const arn = names.arnOf(resource);
      return arn !== undefined && key !== undefined ? [[arn, key] as const] : [];
    }),
  );
}

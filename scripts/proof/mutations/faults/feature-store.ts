import { put, remove, rename, repeat, reword } from '../edits';
import { faultsOf } from '../fault';
import { all, properties, resource } from '../seeds';

const GROUP = 'FeatureStore/FeaturesGroup';

/** Feature groups that the service would refuse, or that nobody could use. */
export const FEATURE_STORE = faultsOf('feature-store', [
  [
    'identifier-not-a-feature',
    'a record identifier that is not among the features',
    properties(GROUP, put('RecordIdentifierFeatureName', 'subscriber_id')),
  ],
  [
    'identifier-removed',
    'the feature that is the record identifier is gone',
    properties(GROUP, remove('FeatureDefinitions/0')),
  ],
  [
    'event-time-not-a-feature',
    'an event time that is not among the features',
    properties(GROUP, put('EventTimeFeatureName', 'event_time')),
  ],
  [
    'event-time-integral',
    'an event time of a type that is none',
    properties(GROUP, put('FeatureDefinitions/1/FeatureType', 'Integral')),
  ],
  [
    'no-store',
    'neither an online nor an offline store',
    all(properties(GROUP, remove('OnlineStoreConfig')), properties(GROUP, remove('OfflineStoreConfig'))),
  ],
  [
    'online-store-off',
    'an online store that is off, from which predictions are served',
    properties(GROUP, put('OnlineStoreConfig/EnableOnlineStore', false)),
  ],
  [
    'name-with-underscores',
    'a name with underscores',
    properties(GROUP, put('FeatureGroupName', 'ml_lifecycle_sandbox_churn')),
  ],
  [
    'name-too-long',
    'a name of more than 64 letters',
    properties(GROUP, put('FeatureGroupName', `ml-lifecycle-sandbox-${'subscriber-churn-'.repeat(3)}features`)),
  ],
  [
    'feature-with-space',
    'a feature with a space in its name',
    properties(GROUP, put('FeatureDefinitions/2/FeatureName', 'plan tier')),
  ],
  [
    'feature-reserved',
    'a feature with a name that the service keeps for itself',
    properties(GROUP, put('FeatureDefinitions/2/FeatureName', 'is_deleted')),
  ],
  ['feature-twice', 'the same feature twice', properties(GROUP, repeat('FeatureDefinitions'))],
  [
    'feature-type',
    'a feature of a type that does not exist',
    properties(GROUP, put('FeatureDefinitions/2/FeatureType', 'Integer')),
  ],
  [
    'offline-uri',
    'an offline store at a bucket name instead of a URI',
    properties(GROUP, reword('OfflineStoreConfig/S3StorageConfig/S3Uri', 's3://', '')),
  ],
  ['role-missing', 'an offline store without a role', properties(GROUP, remove('RoleArn'))],
  ['policy-too-late', 'a group that does not wait for the policy of its role', resource(GROUP, remove('DependsOn'))],
  [
    'online-key-missing',
    'an online store without our key',
    properties(GROUP, remove('OnlineStoreConfig/SecurityConfig')),
  ],
  [
    'offline-key-missing',
    'an offline store without our key',
    properties(GROUP, remove('OfflineStoreConfig/S3StorageConfig/KmsKeyId')),
  ],
  [
    'table-format',
    'a table format that does not exist',
    properties(GROUP, put('OfflineStoreConfig/TableFormat', 'Parquet')),
  ],
  [
    'camel-case',
    'the online store in camelCase',
    properties(GROUP, rename('OnlineStoreConfig/EnableOnlineStore', 'enableOnlineStore')),
  ],
]);

import { put, remove } from '../edits';
import { faultsOf } from '../fault';
import { properties, resource, withTerminationProtection } from '../seeds';

const PRODUCTION = { environment: 'production' } as const;

/** What happens to data when a resource goes: kept in production, gone in the sandbox. */
export const RETENTION = faultsOf('retention', [
  [
    'bucket-goes',
    'a bucket of production that goes with its stack',
    resource('DataLake/StorageRaw', put('DeletionPolicy', 'Delete')),
    PRODUCTION,
  ],
  [
    'bucket-replaced',
    'a bucket of production that goes when replaced',
    resource('DataLake/StorageRaw', put('UpdateReplacePolicy', 'Delete')),
    PRODUCTION,
  ],
  [
    'bucket-policy-gone',
    'a bucket of production that nothing is said about',
    resource('Training/ModelsBucket', remove('DeletionPolicy')),
    PRODUCTION,
  ],
  [
    'table-goes',
    'a table of production that goes with its stack',
    resource('Training/StartStarts', put('DeletionPolicy', 'Delete')),
    PRODUCTION,
  ],
  [
    'key-goes',
    'the key of production that goes with its stack',
    resource('Foundation/Key', put('DeletionPolicy', 'Delete')),
    PRODUCTION,
  ],
  [
    'features-go',
    'features of production that go with their stack',
    resource('FeatureStore/FeaturesGroup', put('DeletionPolicy', 'Delete')),
    PRODUCTION,
  ],
  [
    'secret-goes',
    'the masking key of production that goes with its stack',
    resource('DataPreparation/JobsMaskingKey', put('DeletionPolicy', 'Delete')),
    PRODUCTION,
  ],
  [
    'versions-go',
    'the versions of production that go with their stack',
    resource('ModelRegistry/RegistryVersions', put('DeletionPolicy', 'Delete')),
    PRODUCTION,
  ],
  [
    'no-recovery',
    'a table of production without recovery to a point in time',
    properties(
      'Training/StartStarts',
      put('Replicas/0/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled', false),
    ),
    PRODUCTION,
  ],
  [
    'stack-unprotected',
    'a stack of production that one call deletes',
    withTerminationProtection('DataLake', false),
    PRODUCTION,
  ],
  [
    'old-versions-off',
    'a bucket without old versions',
    properties('DataLake/StorageRaw', put('VersioningConfiguration/Status', 'Suspended')),
  ],
  [
    'versioning-gone',
    'a bucket of production without versioning',
    properties('Training/ModelsBucket', remove('VersioningConfiguration')),
    PRODUCTION,
  ],
  [
    'bucket-stays',
    'a bucket of the sandbox that stays',
    resource('DataLake/StorageRaw', put('DeletionPolicy', 'Retain')),
  ],
  [
    'table-stays',
    'a table of the sandbox that stays',
    resource('Training/StartStarts', put('DeletionPolicy', 'Retain')),
  ],
  [
    'group-stays',
    'a feature group of the sandbox whose name stays taken',
    resource('FeatureStore/FeaturesGroup', put('DeletionPolicy', 'Retain')),
  ],
  ['logs-forever', 'logs that nobody deletes', properties('Prediction/ApiAccessLogs', remove('RetentionInDays'))],
  [
    'logs-stay',
    'logs of the sandbox that stay',
    resource('Training/StartStartTrainingLogs', put('DeletionPolicy', 'Retain')),
  ],
  [
    'raw-data-expire',
    'data that are deleted after a day',
    properties('DataLake/StorageDatasets', put('LifecycleConfiguration/Rules/0/ExpirationInDays', 1)),
    PRODUCTION,
  ],
  [
    'policy-misspelt',
    'a deletion policy that does not exist',
    resource('DataLake/StorageRaw', put('DeletionPolicy', 'Keep')),
  ],
  [
    'model-removed-early',
    'a model that goes while the endpoint still changes over',
    resource('Serving/RealTimeModel', put('UpdateReplacePolicy', 'Delete')),
  ],
]);

import { featureGroups } from '../../scripts/proof/checks/feature-groups';
import { refuses, soundAndSturdy } from './refuses';

const GROUP = 'AWS::SageMaker::FeatureGroup';

soundAndSturdy(featureGroups);

refuses(featureGroups, GROUP, [
  [
    'the identifier is a feature',
    (group) => (group.Properties.RecordIdentifierFeatureName = 'nobody'),
    /identifier "nobody"/,
  ],
  ['the time is a feature', (group) => (group.Properties.EventTimeFeatureName = 'never'), /time "never"/],
  ['the time is a time', (group) => (group.Properties.FeatureDefinitions[1].FeatureType = 'Integral'), /is Integral/],
  [
    'Iceberg has times as text',
    (group) => {
      group.Properties.OfflineStoreConfig.TableFormat = 'Iceberg';
      group.Properties.FeatureDefinitions[1].FeatureType = 'Fractional';
    },
    /Iceberg tables want/,
  ],
  [
    'the identifier is no fraction',
    (group) => (group.Properties.FeatureDefinitions[0].FeatureType = 'Fractional'),
    /do not compare/,
  ],
  [
    'a feature is defined once',
    (group) => group.Properties.FeatureDefinitions.push(group.Properties.FeatureDefinitions[3]),
    /twice/,
  ],
  [
    'case tells no features apart',
    (group) => group.Properties.FeatureDefinitions.push({ FeatureName: 'PLAN_TIER', FeatureType: 'String' }),
    /case only/,
  ],
  [
    'some names are taken',
    (group) => group.Properties.FeatureDefinitions.push({ FeatureName: 'write_time', FeatureType: 'String' }),
    /reserved/,
  ],
  ['a type exists', (group) => (group.Properties.FeatureDefinitions[3].FeatureType = 'Double'), /of type Double/],
  [
    'a name is one',
    (group) => (group.Properties.FeatureDefinitions[3].FeatureName = 'plan tier'),
    /no name of a feature/,
  ],
  [
    'there is a store',
    (group) => Object.assign(group.Properties, { OfflineStoreConfig: undefined, OnlineStoreConfig: undefined }),
    /neither an online/,
  ],
  [
    'the offline store is in S3',
    (group) => (group.Properties.OfflineStoreConfig.S3StorageConfig.S3Uri = 'bucket/features'),
    /bucket\/features/,
  ],
  ['the offline store has a role', (group) => delete group.Properties.RoleArn, /RoleArn/],
  [
    'an Iceberg table is made',
    (group) =>
      Object.assign(group.Properties.OfflineStoreConfig, { TableFormat: 'Iceberg', DisableGlueTableCreation: true }),
    /Iceberg table has/,
  ],
  [
    'a catalogue knows lower case',
    (group) =>
      (group.Properties.OfflineStoreConfig.DataCatalogConfig = {
        Catalog: 'AwsDataCatalog',
        Database: 'My-Database',
        TableName: 't',
      }),
    /My-Database/,
  ],
]);

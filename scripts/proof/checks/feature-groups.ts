import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isTrue, type Json, record, records } from '../json';
import { isOpen, textOf } from '../text-of';

/** CreateFeatureGroup: names that the offline store adds itself. */
const RESERVED = ['is_deleted', 'write_time', 'api_invocation_time'];
const FEATURE_NAME = /^[a-zA-Z0-9](?:[-_]*[a-zA-Z0-9]){0,63}$/;
const MOST_FEATURES = 2500;

/** CreateFeatureGroup; developer guide, feature-store-quotas and "Feature Store offline store data format". */
export const featureGroups: Check = {
  id: 'feature-groups',
  rule: 'A feature group defines its record identifier and its event time, and has a store to keep them in',
  find: findInEach(['AWS::SageMaker::FeatureGroup'], (group, assembly) => [
    ...definitionFaults(group, assembly),
    ...storeFaults(group, assembly),
  ]),
};

function definitionFaults(group: Placed, assembly: Assembly): readonly (string | false)[] {
  const features = new Map<string, string>();
  const definitions = records(group.Properties.FeatureDefinitions);
  for (const { FeatureName, FeatureType } of definitions)
    features.set(textOf(FeatureName, group, assembly), String(FeatureType));
  const names = [...features.keys()];
  const identifier = textOf(group.Properties.RecordIdentifierFeatureName, group, assembly);
  const time = textOf(group.Properties.EventTimeFeatureName, group, assembly);
  const timeType = features.get(time);
  return [
    !features.has(identifier) && `the record identifier "${identifier}" is none of the features`,
    !features.has(time) && `the event time "${time}" is none of the features`,
    identifier === time && `"${time}" is record identifier and event time at once`,
    features.get(identifier) === 'Fractional' &&
      `the record identifier "${identifier}" is Fractional: such values do not compare`,
    timeType === 'Integral' &&
      `the event time "${time}" is Integral, expected String (ISO 8601) or Fractional (seconds)`,
    record(group.Properties.OfflineStoreConfig).TableFormat === 'Iceberg' &&
      timeType === 'Fractional' &&
      `the event time "${time}" is Fractional, but Iceberg tables want String`,
    definitions.length > MOST_FEATURES && `there are ${definitions.length} features, expected at most ${MOST_FEATURES}`,
    names.length < definitions.length && 'a feature is defined twice',
    // Glue's tables know no case.
    new Set(names.map((name) => name.toLowerCase())).size < names.length && 'two features differ in case only',
    ...names.map((name) => RESERVED.includes(name.toLowerCase()) && `the feature name "${name}" is reserved`),
    ...names.map((name) => !isOpen(name) && !FEATURE_NAME.test(name) && `"${name}" is no name of a feature`),
    ...definitions.map(
      ({ FeatureName, FeatureType }) =>
        !['String', 'Integral', 'Fractional'].includes(String(FeatureType)) &&
        `the feature ${JSON.stringify(FeatureName)} is of type ${FeatureType}, expected String, Integral or Fractional`,
    ),
  ];
}

function storeFaults(group: Placed, assembly: Assembly): readonly (string | false)[] {
  const { OnlineStoreConfig, OfflineStoreConfig, RoleArn } = group.Properties;
  const online = record(OnlineStoreConfig);
  const offline = record(OfflineStoreConfig);
  const isOnline = isTrue(online.EnableOnlineStore);
  const uri = textOf(record(offline.S3StorageConfig).S3Uri, group, assembly);
  return [
    !isOnline && OfflineStoreConfig === undefined && 'it has neither an online nor an offline store',
    OnlineStoreConfig !== undefined && !isOnline && 'OnlineStoreConfig is given, but EnableOnlineStore is not true',
    !isOnline && online.TtlDuration !== undefined && 'TtlDuration is for the online store, which is off',
    OfflineStoreConfig !== undefined && RoleArn === undefined && 'an offline store needs a RoleArn',
    OfflineStoreConfig !== undefined &&
      !uri.startsWith('s3://') &&
      `the offline store is at "${uri}", expected s3://bucket/prefix`,
    ...(OfflineStoreConfig === undefined ? [] : catalogFaults(offline, group, assembly)),
  ];
}

/** The table is made for the group, or made by us and left alone; Iceberg tables are always made for it. */
function catalogFaults(offline: Json, group: Placed, assembly: Assembly): readonly (string | false)[] {
  const { DataCatalogConfig, DisableGlueTableCreation, TableFormat } = offline;
  const catalog = record(DataCatalogConfig);
  return [
    isTrue(DisableGlueTableCreation) &&
      TableFormat === 'Iceberg' &&
      'an Iceberg table has to be made by the feature group',
    isTrue(DisableGlueTableCreation) && DataCatalogConfig === undefined && 'no table is made and none is named',
    ...['Catalog', 'Database', 'TableName'].map(
      (key) => DataCatalogConfig !== undefined && catalog[key] === undefined && `DataCatalogConfig has no ${key}`,
    ),
    ...['Database', 'TableName'].map((key) => {
      const name = textOf(catalog[key], group, assembly);
      return !isOpen(name) && !/^[a-z0-9_]+$/.test(name) && `${key} is "${name}", expected lower case, digits and _`;
    }),
  ];
}

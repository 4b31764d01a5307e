import { CreateFeatureGroupRequest$ } from '@aws-sdk/client-sagemaker';
import { requestProblems } from '../request-problems';

/** What CreateFeatureGroup takes, as far as it means something here. */
export interface FeatureGroupProperties {
  readonly FeatureGroupName: string;
  readonly RecordIdentifierFeatureName: string;
  readonly EventTimeFeatureName: string;
  readonly FeatureDefinitions: readonly FeatureDefinition[];
  readonly OnlineStoreConfig?: {
    readonly EnableOnlineStore?: boolean;
    readonly TtlDuration?: { readonly Unit: keyof typeof TTL_SECONDS; readonly Value: number };
  };
  readonly OfflineStoreConfig?: {
    readonly S3StorageConfig: { readonly S3Uri: string };
    readonly DataCatalogConfig?: { readonly TableName: string; readonly Catalog: string; readonly Database: string };
    readonly DisableGlueTableCreation?: boolean;
    readonly TableFormat?: string;
  };
  readonly RoleArn?: string;
}

interface FeatureDefinition {
  readonly FeatureName: string;
  readonly FeatureType: 'Integral' | 'Fractional' | 'String';
}

/** One feature of one record, as PutRecord takes it; values are always text. */
export interface FeatureValue {
  readonly FeatureName: string;
  readonly ValueAsString: string;
}

export const TTL_SECONDS = { Seconds: 1, Minutes: 60, Hours: 3600, Days: 86_400, Weeks: 604_800 } as const;

/** Features that the store adds by itself. */
const RESERVED = ['is_deleted', 'write_time', 'api_invocation_time'];

/** Why CreateFeatureGroup refuses these properties; nothing when it takes them. */
export function featureGroupProblems(properties: object): readonly string[] {
  const problems = requestProblems(CreateFeatureGroupRequest$, properties);
  return problems.length > 0 ? problems : ruleProblems(properties as FeatureGroupProperties);
}

function ruleProblems(properties: FeatureGroupProperties): readonly string[] {
  const { RecordIdentifierFeatureName: id, EventTimeFeatureName: time, OfflineStoreConfig: offline } = properties;
  const types = new Map(
    properties.FeatureDefinitions.map(({ FeatureName, FeatureType }) => [FeatureName, FeatureType]),
  );
  const rules: readonly (readonly [boolean, string])[] = [
    [types.has(id) && types.has(time), 'record identifier and event time must be in FeatureDefinitions'],
    [types.get(time) !== 'Integral', 'the event time must be a String or Fractional feature'],
    [types.size === properties.FeatureDefinitions.length, 'a feature is defined twice'],
    [!RESERVED.some((name) => types.has(name)), `${RESERVED} are reserved feature names`],
    [!offline || properties.RoleArn !== undefined, 'an offline store needs RoleArn'],
    [
      offline !== undefined || properties.OnlineStoreConfig?.EnableOnlineStore === true,
      'a store is needed, online or offline',
    ],
    [(offline?.TableFormat ?? 'Glue') === 'Glue', 'only tables of format Glue are kept locally'],
  ];
  return rules.flatMap(([holds, problem]) => (holds ? [] : [problem]));
}

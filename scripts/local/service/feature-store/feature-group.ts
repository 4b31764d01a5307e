import { z } from 'zod';

const feature = z.strictObject({
  FeatureName: z.string().regex(/^[a-zA-Z0-9]([_-]*[a-zA-Z0-9]){0,63}$/),
  FeatureType: z.enum(['Integral', 'Fractional', 'String']),
});

const ttl = z.strictObject({
  Unit: z.enum(['Seconds', 'Minutes', 'Hours', 'Days', 'Weeks']),
  Value: z.coerce.number().int().min(1),
});

/** CloudFormation sends booleans as they stand in the template, or as text. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

export const tags = z
  .array(z.strictObject({ Key: z.string(), Value: z.string() }))
  .max(50)
  .optional();

export const roleArn = z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/);

/** Features that the store adds by itself. */
const RESERVED = ['is_deleted', 'write_time', 'api_invocation_time'];

/** The properties of AWS::SageMaker::FeatureGroup, and what CreateFeatureGroup demands of them. */
export const featureGroupProperties = z
  .strictObject({
    FeatureGroupName: z.string().regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}$/),
    RecordIdentifierFeatureName: z.string(),
    EventTimeFeatureName: z.string(),
    FeatureDefinitions: z.array(feature).min(1).max(2500),
    OnlineStoreConfig: z
      .strictObject({
        EnableOnlineStore: flag.optional(),
        SecurityConfig: z.strictObject({ KmsKeyId: z.string().optional() }).optional(),
        StorageType: z.enum(['Standard', 'InMemory']).optional(),
        TtlDuration: ttl.optional(),
      })
      .optional(),
    OfflineStoreConfig: z
      .strictObject({
        S3StorageConfig: z.strictObject({ S3Uri: z.string().regex(/^s3:\/\/[^/]+/), KmsKeyId: z.string().optional() }),
        DataCatalogConfig: z
          .strictObject({ TableName: z.string(), Database: z.string(), Catalog: z.literal('AwsDataCatalog') })
          .optional(),
        DisableGlueTableCreation: flag.optional(),
        TableFormat: z.literal('Glue', 'only Glue tables are kept locally').optional(),
      })
      .optional(),
    RoleArn: roleArn.optional(),
    ThroughputConfig: z.strictObject({ ThroughputMode: z.literal('OnDemand') }).optional(),
    Description: z.string().max(128).optional(),
    Tags: tags,
  })
  .superRefine((properties, context) => {
    const { RecordIdentifierFeatureName, EventTimeFeatureName, OfflineStoreConfig, RoleArn, FeatureDefinitions } =
      properties;
    const types = new Map(FeatureDefinitions.map(({ FeatureName, FeatureType }) => [FeatureName, FeatureType]));
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    for (const name of [RecordIdentifierFeatureName, EventTimeFeatureName]) {
      if (!types.has(name)) refuse(`${name} is not in FeatureDefinitions`);
    }
    if (types.get(EventTimeFeatureName) === 'Integral') refuse('the event time must be a String or Fractional feature');
    if (types.size < FeatureDefinitions.length) refuse('a feature is defined twice');
    for (const name of RESERVED) if (types.has(name)) refuse(`${name} is a reserved feature name`);
    if (OfflineStoreConfig && RoleArn === undefined) refuse('an offline store needs RoleArn');
    if (!OfflineStoreConfig && properties.OnlineStoreConfig?.EnableOnlineStore !== true)
      refuse('an online or an offline store is needed');
  });

export type FeatureGroupProperties = z.infer<typeof featureGroupProperties>;

/** One feature of one record, as PutRecord takes it; values are always text. */
export interface FeatureValue {
  readonly FeatureName: string;
  readonly ValueAsString: string;
}

/** The values of a record by feature name. */
export type FeatureRecord = ReadonlyMap<string, string>;

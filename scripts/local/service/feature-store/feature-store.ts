import { type Caller, epochSeconds, nameOf, sageMakerArn } from '../caller';
import type { Cloud } from '../cloud';
import { s3Join } from '../jobs/s3-location';
import { ServiceError, validationException } from '../service-error';
import type { FeatureGroupProperties, FeatureRecord, FeatureValue } from './feature-group';
import { OfflineStore } from './offline-store';
import { eventMilliseconds, recordProblem } from './record-problem';

interface FeatureGroup {
  properties: FeatureGroupProperties;
  readonly arn: string;
  readonly createdAt: Date;
  modifiedAt: Date;
  /** The newest record by event time, by record id. */
  readonly online: Map<string, { readonly eventTime: number; readonly values: FeatureRecord }>;
  readonly offline?: OfflineStore;
  readonly catalog?: { readonly Catalog: 'AwsDataCatalog'; readonly Database: string; readonly TableName: string };
}

export interface WriteEntry {
  readonly FeatureGroupName: string;
  readonly Record: readonly FeatureValue[];
  readonly TargetStores?: readonly ('OnlineStore' | 'OfflineStore')[];
}

/** Where AWS puts the tables of feature groups that name none. */
const DATABASE = 'sagemaker_featurestore';

const COLUMN_TYPES = { Integral: 'bigint', Fractional: 'double', String: 'string' } as const;

const TTL_UNITS = { Seconds: 1, Minutes: 60, Hours: 3600, Days: 86_400, Weeks: 604_800 } as const;

/** The deployed feature groups with their records: online in memory, offline in S3 and in Glue's catalog. */
export class FeatureStore {
  private readonly groups = new Map<string, FeatureGroup>();

  constructor(
    private readonly cloud: Cloud,
    private readonly offlineDelayMilliseconds: number,
    private readonly report: (line: string) => void,
  ) {}

  has(name: string): boolean {
    return this.groups.has(nameOf(name));
  }

  createdAt(name: string): Date {
    return this.group(name).createdAt;
  }

  async create(properties: FeatureGroupProperties, caller: Caller): Promise<void> {
    const { FeatureGroupName: name, OfflineStoreConfig, RoleArn = '' } = properties;
    if (this.groups.has(name))
      throw new ServiceError(
        'ResourceInUse',
        `Resource Already Exists: FeatureGroup with name ${name} already exists.`,
      );
    const createdAt = new Date();
    const arn = sageMakerArn(caller, 'feature-group', name.toLowerCase());
    const group = { properties, arn, createdAt, modifiedAt: createdAt, online: new Map() };
    if (!OfflineStoreConfig) {
      this.groups.set(name, group);
      return;
    }
    const created = Math.floor(epochSeconds(createdAt));
    const path = `${caller.account}/sagemaker/${caller.region}/offline-store/${name}-${created}/data`;
    const location = s3Join(OfflineStoreConfig.S3StorageConfig.S3Uri, path);
    const offline = new OfflineStore(
      location,
      () => this.cloud.actAs(RoleArn),
      this.offlineDelayMilliseconds,
      this.report,
    );
    const table = `${name.toLowerCase().replaceAll('-', '_')}_${created}`;
    const catalog = OfflineStoreConfig.DataCatalogConfig ?? {
      Catalog: 'AwsDataCatalog' as const,
      Database: DATABASE,
      TableName: table,
    };
    if (OfflineStoreConfig.DisableGlueTableCreation !== true) {
      const columns = Object.fromEntries(
        properties.FeatureDefinitions.map((one) => [one.FeatureName, COLUMN_TYPES[one.FeatureType]]),
      );
      const added = { write_time: 'timestamp', api_invocation_time: 'timestamp', is_deleted: 'boolean' };
      await this.cloud.createTable({
        database: catalog.Database,
        table: catalog.TableName,
        location,
        columns: { ...columns, ...added },
      });
    }
    this.groups.set(name, { ...group, offline, catalog });
  }

  /** Appends features and changes the time to live; the rest of a group cannot change. */
  update(properties: FeatureGroupProperties): void {
    const group = this.group(properties.FeatureGroupName);
    const kept = new Set(properties.FeatureDefinitions.map((feature) => JSON.stringify(feature)));
    const lost = group.properties.FeatureDefinitions.filter((feature) => !kept.has(JSON.stringify(feature)));
    if (lost.length > 0)
      throw validationException(
        `Features cannot be removed or changed: ${lost.map(({ FeatureName }) => FeatureName).join(', ')}`,
      );
    group.properties = properties;
    group.modifiedAt = new Date();
  }

  /** Forgets the group; what is offline stays, as do its table and its folder. */
  async delete(name: string): Promise<void> {
    await this.group(name).offline?.flush();
    this.groups.delete(nameOf(name));
  }

  describe(name: string): object {
    const { properties, arn, createdAt, modifiedAt, offline, catalog } = this.group(name);
    const { OfflineStoreConfig, Tags: _, ...described } = properties;
    const stored = OfflineStoreConfig && {
      ...OfflineStoreConfig,
      S3StorageConfig: { ...OfflineStoreConfig.S3StorageConfig, ResolvedOutputS3Uri: offline?.location },
      DataCatalogConfig: catalog,
    };
    return {
      ...described,
      ...(stored ? { OfflineStoreConfig: stored, OfflineStoreStatus: { Status: 'Active' } } : {}),
      FeatureGroupArn: arn,
      FeatureGroupStatus: 'Created',
      CreationTime: epochSeconds(createdAt),
      LastModifiedTime: epochSeconds(modifiedAt),
      // Required in the response by AWS's own model, although there is never a second page.
      NextToken: '',
    };
  }

  /** Takes each entry by itself: those refused come back with the reason. */
  batchWrite(entries: readonly WriteEntry[]): object {
    const groups = entries.map(({ FeatureGroupName }) => this.group(FeatureGroupName));
    const Errors = entries.flatMap((Entry, index) => {
      const group = groups[index];
      const problem = group && this.write(group, Entry);
      return problem === undefined ? [] : [{ Entry, ErrorCode: 'ValidationError', ErrorMessage: problem }];
    });
    return { Errors, UnprocessedEntries: [] };
  }

  /** The newest record of that id, or an empty answer. */
  getRecord(name: string, id: string, features: readonly string[] | undefined): object {
    const { properties, online } = this.group(name);
    const found = online.get(id);
    const { TtlDuration } = properties.OnlineStoreConfig ?? {};
    const lifetime = TtlDuration ? TtlDuration.Value * TTL_UNITS[TtlDuration.Unit] * 1000 : Number.POSITIVE_INFINITY;
    if (!found || found.eventTime + lifetime < Date.now()) return {};
    const wanted = [...found.values].filter(([feature]) => features?.includes(feature) ?? true);
    return { Record: wanted.map(([FeatureName, ValueAsString]) => ({ FeatureName, ValueAsString })) };
  }

  async close(): Promise<void> {
    for (const { offline } of this.groups.values()) await offline?.flush();
  }

  private group(arnOrName: string): FeatureGroup {
    const group = this.groups.get(nameOf(arnOrName));
    if (!group)
      throw new ServiceError(
        'ResourceNotFound',
        `Resource Not Found: FeatureGroup with name ${nameOf(arnOrName)} does not exist`,
        404,
      );
    return group;
  }

  /** Keeps one record, or says why not. An older event time is history only. */
  private write(
    { properties, online, offline }: FeatureGroup,
    { Record, TargetStores }: WriteEntry,
  ): string | undefined {
    const problem = recordProblem(properties, Record);
    if (problem !== undefined) return problem;
    const values: FeatureRecord = new Map(Record.map(({ FeatureName, ValueAsString }) => [FeatureName, ValueAsString]));
    const id = values.get(properties.RecordIdentifierFeatureName) ?? '';
    const eventTime = eventMilliseconds(properties, values.get(properties.EventTimeFeatureName) ?? '');
    const wants = (store: 'OnlineStore' | 'OfflineStore'): boolean => TargetStores?.includes(store) ?? true;
    if (properties.OnlineStoreConfig?.EnableOnlineStore === true && wants('OnlineStore')) {
      if (eventTime >= (online.get(id)?.eventTime ?? -Infinity)) online.set(id, { eventTime, values });
    }
    if (offline && wants('OfflineStore'))
      offline.append({ eventTime: new Date(eventTime), values: offlineRow(properties, values) });
    return undefined;
  }
}

function offlineRow(
  { FeatureDefinitions }: FeatureGroupProperties,
  values: FeatureRecord,
): Record<string, string | number | boolean> {
  const now = new Date().toISOString();
  const features = FeatureDefinitions.flatMap(({ FeatureName, FeatureType }) => {
    const text = values.get(FeatureName);
    return text === undefined ? [] : [[FeatureName, FeatureType === 'String' ? text : Number(text)] as const];
  });
  return { ...Object.fromEntries(features), write_time: now, api_invocation_time: now, is_deleted: false };
}

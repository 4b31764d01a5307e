import { type Caller, epochSeconds, nameOf, sageMakerArn } from '../caller';
import type { Cloud } from '../cloud';
import { s3Join } from '../jobs/s3-location';
import { ServiceError, validationException } from '../service-error';
import { type FeatureGroupProperties, type FeatureValue, TTL_SECONDS } from './feature-group';
import { OfflineStore } from './offline-store';
import { eventMilliseconds, recordProblem } from './record-problem';

interface FeatureGroup {
  properties: FeatureGroupProperties;
  readonly createdAt: Date;
  /** What DescribeFeatureGroup adds to the properties. */
  readonly description: object;
  /** The newest record by event time, by record id. */
  readonly online: Map<string, { readonly eventTime: number; readonly record: readonly FeatureValue[] }>;
  readonly offline?: OfflineStore;
}

type Store = 'OnlineStore' | 'OfflineStore';

export interface WriteEntry {
  readonly FeatureGroupName: string;
  readonly Record: readonly FeatureValue[];
  readonly TargetStores?: readonly Store[];
}

export interface ReadIdentifier {
  readonly FeatureGroupName: string;
  readonly RecordIdentifiersValueAsString: readonly string[];
  readonly FeatureNames?: readonly string[];
}

/** Where AWS puts the tables of feature groups that name none. */
const DATABASE = 'sagemaker_featurestore';

const COLUMN_TYPES = { Integral: 'bigint', Fractional: 'double', String: 'string' } as const;

const ADDED_COLUMNS = { write_time: 'timestamp', api_invocation_time: 'timestamp', is_deleted: 'boolean' };

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

  async create(properties: FeatureGroupProperties, caller: Caller): Promise<void> {
    const name = properties.FeatureGroupName;
    if (this.has(name)) throw new ServiceError('ResourceInUse', `FeatureGroup with name ${name} already exists.`);
    const createdAt = new Date();
    const description = {
      FeatureGroupArn: sageMakerArn(caller, 'feature-group', name.toLowerCase()),
      FeatureGroupStatus: 'Created',
      CreationTime: epochSeconds(createdAt),
      // Required in the response by AWS's own model, although there is never a second page.
      NextToken: '',
    };
    const offline = await this.createOffline(properties, createdAt, caller);
    this.groups.set(name, {
      properties,
      createdAt,
      online: new Map(),
      ...offline,
      description: { ...description, ...offline?.description },
    });
  }

  /** Appends features and changes the time to live; the rest of a group cannot change. */
  update(properties: FeatureGroupProperties): void {
    const group = this.group(properties.FeatureGroupName);
    const kept = properties.FeatureDefinitions.map((feature) => JSON.stringify(feature));
    const lost = group.properties.FeatureDefinitions.filter((feature) => !kept.includes(JSON.stringify(feature)));
    if (lost.length > 0) throw validationException(`Features cannot be changed: ${lost.map((one) => one.FeatureName)}`);
    group.properties = properties;
  }

  /** Forgets the group; what is offline stays, as do its table and its folder. */
  async delete(name: string): Promise<void> {
    await this.group(name).offline?.flush();
    this.groups.delete(nameOf(name));
  }

  describe(name: string): object {
    const { properties, description } = this.group(name);
    return { ...properties, Tags: undefined, ...description };
  }

  /** Takes each entry by itself: those refused come back with the reason. */
  batchWrite(entries: readonly WriteEntry[]): object {
    const known = entries.map((entry) => ({ entry, group: this.group(entry.FeatureGroupName) }));
    const Errors = known.flatMap(({ entry: Entry, group }) => {
      const ErrorMessage = recordProblem(group.properties, Entry.Record);
      if (ErrorMessage === undefined) write(group, Entry);
      return ErrorMessage === undefined ? [] : [{ Entry, ErrorCode: 'ValidationError', ErrorMessage }];
    });
    return { Errors, UnprocessedEntries: [] };
  }

  /** The newest record of that id, or an empty answer. */
  getRecord(name: string, id: string, features: readonly string[] | undefined): object {
    const { properties, online } = this.group(name);
    const found = online.get(id);
    const { Unit, Value } = properties.OnlineStoreConfig?.TtlDuration ?? {
      Unit: 'Weeks',
      Value: Number.POSITIVE_INFINITY,
    };
    if (!found || found.eventTime + Value * TTL_SECONDS[Unit] * 1000 < Date.now()) return {};
    return { Record: found.record.filter(({ FeatureName }) => features?.includes(FeatureName) ?? true) };
  }

  /** The newest records of those ids; an id without one is left out, a group that is not there is an error of each id. */
  batchGet(identifiers: readonly ReadIdentifier[]): object {
    const asked = identifiers.flatMap(({ RecordIdentifiersValueAsString: ids, FeatureGroupName, FeatureNames }) =>
      ids.map((id) => ({ FeatureGroupName, RecordIdentifierValueAsString: id, FeatureNames })),
    );
    const Records = asked
      .filter(({ FeatureGroupName }) => this.has(FeatureGroupName))
      .map(({ FeatureNames, ...one }) => {
        return { ...one, ...this.getRecord(one.FeatureGroupName, one.RecordIdentifierValueAsString, FeatureNames) };
      })
      .filter((found) => 'Record' in found);
    const Errors = asked
      .filter(({ FeatureGroupName }) => !this.has(FeatureGroupName))
      .map(({ FeatureNames: _, ...one }) => {
        const ErrorMessage = `FeatureGroup with name ${one.FeatureGroupName} does not exist`;
        return { ...one, ErrorCode: 'ResourceNotFound', ErrorMessage };
      });
    return { Records, Errors, UnprocessedIdentifiers: [] };
  }

  async close(): Promise<void> {
    for (const { offline } of this.groups.values()) await offline?.flush();
  }

  group(arnOrName: string): FeatureGroup {
    const group = this.groups.get(nameOf(arnOrName));
    if (group) return group;
    throw new ServiceError('ResourceNotFound', `FeatureGroup with name ${nameOf(arnOrName)} does not exist`, 404);
  }

  private async createOffline(properties: FeatureGroupProperties, createdAt: Date, { account, region }: Caller) {
    const { FeatureGroupName: name, FeatureDefinitions, OfflineStoreConfig: config, RoleArn = '' } = properties;
    if (!config) return undefined;
    const created = Math.floor(epochSeconds(createdAt));
    const path = `${account}/sagemaker/${region}/offline-store/${name}-${created}/data`;
    const location = s3Join(config.S3StorageConfig.S3Uri, path);
    const TableName = `${name.toLowerCase().replaceAll('-', '_')}_${created}`;
    const catalog = config.DataCatalogConfig ?? { TableName, Catalog: 'AwsDataCatalog', Database: DATABASE };
    if (config.DisableGlueTableCreation !== true) {
      const features = FeatureDefinitions.map((one) => [one.FeatureName, COLUMN_TYPES[one.FeatureType]]);
      const columns = { ...Object.fromEntries(features), ...ADDED_COLUMNS };
      await this.cloud.createTable({ database: catalog.Database, table: catalog.TableName, location, columns });
    }
    const S3StorageConfig = { ...config.S3StorageConfig, ResolvedOutputS3Uri: location };
    const OfflineStoreConfig = { ...config, S3StorageConfig, DataCatalogConfig: catalog };
    const actAsRole = () => this.cloud.actAs(RoleArn);
    return {
      offline: new OfflineStore(location, actAsRole, this.offlineDelayMilliseconds, this.report),
      description: { OfflineStoreConfig, OfflineStoreStatus: { Status: 'Active' } },
    };
  }
}

/** Keeps a valid record. An older event time is history only. */
function write({ properties, online, offline }: FeatureGroup, { Record, TargetStores }: WriteEntry): void {
  const featureOf = (name: string): string =>
    Record.find(({ FeatureName }) => FeatureName === name)?.ValueAsString ?? '';
  const id = featureOf(properties.RecordIdentifierFeatureName);
  const eventTime = eventMilliseconds(properties, featureOf(properties.EventTimeFeatureName));
  const wants = (store: Store): boolean => TargetStores?.includes(store) ?? true;
  if (properties.OnlineStoreConfig?.EnableOnlineStore === true && wants('OnlineStore')) {
    if (eventTime >= (online.get(id)?.eventTime ?? -Infinity)) online.set(id, { eventTime, record: Record });
  }
  if (!offline || !wants('OfflineStore')) return;
  const types = new Map(
    properties.FeatureDefinitions.map(({ FeatureName, FeatureType }) => [FeatureName, FeatureType]),
  );
  const features = Record.map(({ FeatureName, ValueAsString: text }) => [
    FeatureName,
    types.get(FeatureName) === 'String' ? text : Number(text),
  ]);
  const now = new Date().toISOString();
  const added = { write_time: now, api_invocation_time: now, is_deleted: false };
  offline.append({ eventTime: new Date(eventTime), values: { ...Object.fromEntries(features), ...added } });
}

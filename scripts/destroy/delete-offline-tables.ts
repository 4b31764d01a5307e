import { DeleteTableCommand, type GlueClient, paginateGetTables, type Table } from '@aws-sdk/client-glue';
import { DescribeFeatureGroupCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import { orWhenGone } from './or-when-gone';

export interface OfflineTables {
  /** `database.table` of each deleted table. */
  readonly deleted: readonly string[];
  /** Databases that the tables stood in. */
  readonly databases: readonly string[];
}

/**
 * Deletes the Glue tables over our offline stores, which SageMaker makes and never deletes: in the databases of the feature
 * groups every table whose data are in a bucket of ours, those of a replaced group too. The databases stay: SageMaker puts
 * the tables of all feature groups of the account into one.
 */
export async function deleteOfflineTables(
  { sageMaker, glue }: { readonly sageMaker: SageMakerClient; readonly glue: GlueClient },
  { featureGroups, buckets }: { readonly featureGroups: readonly string[]; readonly buckets: readonly string[] },
): Promise<OfflineTables> {
  const databases = new Set<string>();
  for (const FeatureGroupName of featureGroups) {
    const group = await orWhenGone(sageMaker.send(new DescribeFeatureGroupCommand({ FeatureGroupName })), undefined);
    const database = group?.OfflineStoreConfig?.DataCatalogConfig?.Database;
    if (database) databases.add(database);
  }
  const deleted: string[] = [];
  for (const DatabaseName of databases)
    for (const { Name = '', StorageDescriptor } of await orWhenGone(tables(glue, DatabaseName), [])) {
      if (!buckets.some((bucket) => StorageDescriptor?.Location?.startsWith(`s3://${bucket}/`))) continue;
      await orWhenGone(glue.send(new DeleteTableCommand({ DatabaseName, Name })), undefined);
      deleted.push(`${DatabaseName}.${Name}`);
    }
  return { deleted, databases: [...databases] };
}

async function tables(client: GlueClient, DatabaseName: string): Promise<Table[]> {
  const found: Table[] = [];
  for await (const { TableList = [] } of paginateGetTables({ client }, { DatabaseName })) found.push(...TableList);
  return found;
}

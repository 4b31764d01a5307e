import { Aws } from 'aws-cdk-lib';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { curatedColumns } from '../config/curated-columns';
import { PhaseStack } from '../shared/phase-stack';
import type { LakeStorage } from './lake-storage';

/** Makes the curated zone a table that Athena can query; partitions are projected, so nothing has to crawl. */
export class DataCatalog extends Construct {
  public readonly databaseName: string;

  public constructor(scope: Construct, id: string, { storage }: { readonly storage: LakeStorage }) {
    super(scope, id);
    const stack = PhaseStack.of(this);
    const { dataset } = stack.lifecycle;
    // Athena takes no hyphens in names.
    this.databaseName = stack.fixedName().replaceAll('-', '_');
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: this.databaseName, description: `The data lake of ${stack.fixedName()}` },
    });
    const table = new CfnTable(this, 'Curated', {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: this.databaseName,
      tableInput: {
        name: `${dataset.name.replaceAll('-', '_')}_curated`,
        description: dataset.title,
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: [{ name: 'ingest_date', type: 'string' }],
        parameters: {
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.ingest_date.type': 'date',
          'projection.ingest_date.format': 'yyyy-MM-dd',
          'projection.ingest_date.range': '2020-01-01,NOW',
          'storage.location.template': `${storage.curated.uri}/ingest_date=\${ingest_date}/`,
        },
        storageDescriptor: {
          location: `${storage.curated.uri}/`,
          columns: curatedColumns(dataset),
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        },
      },
    });
    table.addResourceDependency(database);
  }
}

import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { FeatureGroup } from './feature-group';
import { FeatureIngestion } from './feature-ingestion';

/** Keeps every record's features, the newest online and all of them offline, and writes them in. */
export class FeatureStoreStack extends PhaseStack {
  public readonly featureGroup: FeatureGroup;
  public readonly ingestion: FeatureIngestion;

  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    { foundation, dataLake }: { readonly foundation: FoundationStack; readonly dataLake: DataLakeStack },
  ) {
    super(scope, id, 'feature-store', lifecycle);
    this.featureGroup = new FeatureGroup(this, 'Features', { key: foundation.key, accessLogs: foundation.accessLogs });
    this.ingestion = new FeatureIngestion(this, 'Ingestion', {
      featureGroup: this.featureGroup,
      storage: dataLake.storage,
    });
  }

  /** Feature records that were parked because the store refused them. */
  public metricParkedRecords(): IMetric {
    return this.ingestion.metricParkedRecords();
  }
}

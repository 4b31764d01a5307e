import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type Environment, PARKED_RECORDS } from '../../lambda/feature-store/ingest-features/environment';
import type { LakeStorage } from '../data-lake/lake-storage';
import { LambdaFunction } from '../shared/lambda-function';
import { OwnSignal } from '../shared/own-signal';
import type { FeatureGroup } from './feature-group';

export interface FeatureIngestionProps {
  readonly featureGroup: FeatureGroup;
  readonly storage: LakeStorage;
}

/** Writes one part of feature records a call; what the store refuses for good is parked with the reason and signalled. */
export class FeatureIngestion extends Construct {
  public readonly ingestFeatures: LambdaFunction;
  private readonly parkedRecords: OwnSignal;

  public constructor(scope: Construct, id: string, { featureGroup, storage }: FeatureIngestionProps) {
    super(scope, id);
    this.parkedRecords = new OwnSignal(this, PARKED_RECORDS);
    this.ingestFeatures = new LambdaFunction(this, 'IngestFeatures', {
      handler: 'feature-store/ingest-features',
      description: 'Writes one part of feature records to the feature group',
      environment: {
        FEATURE_GROUP_NAME: featureGroup.groupName,
        SIGNAL_NAMESPACE: this.parkedRecords.namespace,
      } satisfies Environment,
      // 5,000 records are 200 requests; a throttled store makes each wait.
      timeout: Duration.minutes(10),
      memoryMegabytes: 512,
    });
    featureGroup.grantWrite(this.ingestFeatures);
    storage.featureRecords.grantRead(this.ingestFeatures);
    storage.parkedFeatureRecords.grantWrite(this.ingestFeatures);
    this.parkedRecords.grantPublish(this.ingestFeatures);
  }

  public metricParkedRecords(): IMetric {
    return this.parkedRecords.metric();
  }
}

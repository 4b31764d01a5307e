import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Environment, PARKED_RECORDS } from '../../lambda/feature-store/ingest-features/environment';
import type { LakeStorage } from '../data-lake/lake-storage';
import { LambdaFunction } from '../shared/lambda-function';
import { PhaseStack } from '../shared/phase-stack';
import type { FeatureGroup } from './feature-group';

export interface FeatureIngestionProps {
  readonly featureGroup: FeatureGroup;
  readonly storage: LakeStorage;
}

/** Writes one part of feature records a call; what the store refuses for good is parked with the reason and signalled. */
export class FeatureIngestion extends Construct {
  public readonly ingestFeatures: LambdaFunction;
  private readonly namespace: string;

  public constructor(scope: Construct, id: string, { featureGroup, storage }: FeatureIngestionProps) {
    super(scope, id);
    this.namespace = PhaseStack.of(this).fixedName();
    this.ingestFeatures = new LambdaFunction(this, 'IngestFeatures', {
      handler: 'feature-store/ingest-features',
      description: 'Writes one part of feature records to the feature group',
      environment: {
        FEATURE_GROUP_NAME: featureGroup.groupName,
        SIGNAL_NAMESPACE: this.namespace,
      } satisfies Environment,
      // 5,000 records are 200 requests; a throttled store makes each wait.
      timeout: Duration.minutes(10),
      memoryMegabytes: 512,
    });
    featureGroup.grantWrite(this.ingestFeatures);
    storage.featureRecords.grantRead(this.ingestFeatures);
    storage.parkedFeatureRecords.grantWrite(this.ingestFeatures);
    this.ingestFeatures.addToRolePolicy(
      new PolicyStatement({
        // PutMetricData knows no resource; the namespace confines it.
        actions: ['cloudwatch:PutMetricData'],
        resources: ['*'],
        conditions: { StringEquals: { 'cloudwatch:namespace': this.namespace } },
      }),
    );
  }

  public metricParkedRecords(): IMetric {
    return new Metric({
      namespace: this.namespace,
      metricName: PARKED_RECORDS,
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }
}

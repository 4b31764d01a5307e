import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FeatureStoreStack } from '../feature-store/feature-store-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import { DeadLetterQueue } from '../shared/dead-letter-queue';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { DeliveryClaims } from './delivery-claims';
import { PreparationJobs } from './preparation-jobs';
import { PrepareData } from './prepare-data';

/** Turns each delivery into features and datasets, once. */
export class DataPreparationStack extends PhaseStack {
  public readonly prepareData: PrepareData;
  public readonly deadLetters: DeadLetterQueue;

  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly featureStore: FeatureStoreStack;
    },
  ) {
    super(scope, id, 'data-preparation', lifecycle);
    const { storage } = before.dataLake;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    this.prepareData = new PrepareData(this, 'PrepareData', {
      storage,
      jobs: new PreparationJobs(this, 'Jobs', { storage, key: before.foundation.key }),
      claims: new DeliveryClaims(this, 'Claims'),
      ingestFeatures: before.featureStore.ingestion.ingestFeatures,
      deadLetters: this.deadLetters,
    });
  }

  /** Deliveries whose preparation failed; each has freed its marker. */
  public metricRunsFailed(): IMetric {
    return this.prepareData.metricFailed();
  }

  /** Markers that never started a run. */
  public metricDeadLetters(): IMetric {
    return this.deadLetters.metricWaiting();
  }
}

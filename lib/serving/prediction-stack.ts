import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FeatureStoreStack } from '../feature-store/feature-store-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import type { ModelRegistryStack } from '../model-registry/model-registry-stack';
import { DeadLetterQueue } from '../shared/dead-letter-queue';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { TrainingStack } from '../training/training-stack';
import { ApplyServingState } from './apply-serving-state';
import { endpointNames } from './endpoint-names';
import { endpointSignal } from './endpoint-signal';
import { PredictionApi } from './prediction-api';
import type { ServingStack } from './serving-stack';

/** What stands around the model in service: the API that answers and remembers, and the one way to change what serves. */
export class PredictionStack extends PhaseStack {
  public readonly api: PredictionApi;
  public readonly applyServingState: ApplyServingState;
  public readonly deadLetters: DeadLetterQueue;

  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly featureStore: FeatureStoreStack;
      readonly modelRegistry: ModelRegistryStack;
      readonly training: TrainingStack;
      readonly serving: ServingStack;
    },
  ) {
    super(scope, id, 'prediction', lifecycle);
    const { foundation, dataLake, featureStore, modelRegistry, training, serving } = before;
    // Nothing here refers to the serving stack, so that nothing can hold up its updates.
    this.addStackDependency(serving);
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    this.applyServingState = new ApplyServingState(this, 'ApplyServingState', {
      serving,
      registry: modelRegistry.registry,
      models: training.models,
      operators: foundation.operators,
      deadLetters: this.deadLetters,
    });
    this.api = new PredictionApi(this, 'Api', {
      key: foundation.key,
      storage: dataLake.storage,
      featureGroup: featureStore.featureGroup,
      registry: modelRegistry.registry,
    });
  }

  /** Requests that were right and got no answer. */
  public metricPredictionsFailed(): IMetric {
    return this.api.metricServerErrors();
  }

  public metricsRequests(): IMetric[] {
    return this.api.metricsRequests();
  }

  public metricsLatency(): IMetric[] {
    return this.api.metricsLatency();
  }

  /** Invocations of each endpoint, which is what serverless costs and what scales real time. */
  public metricsInvocations(): IMetric[] {
    const { realTime, serverless } = endpointNames(this.lifecycle.config);
    return [realTime, serverless].map((name) => endpointSignal(name, 'Invocations', 'Sum', Duration.minutes(5)));
  }

  /** Changes of what serves that were refused or failed. */
  public metricServingFailed(): IMetric {
    return this.applyServingState.metricFailed();
  }

  /** Changes of what serves that were cut off half way. */
  public metricServingTimedOut(): IMetric {
    return this.applyServingState.metricTimedOut();
  }

  /** Approvals and rejections that reached nobody. */
  public metricDeadLetters(): IMetric {
    return this.deadLetters.metricWaiting();
  }
}

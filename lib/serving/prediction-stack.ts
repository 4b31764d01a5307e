import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FeatureStoreStack } from '../feature-store/feature-store-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import type { ModelRegistryStack } from '../model-registry/model-registry-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { TrainingStack } from '../training/training-stack';
import type { ServingStack } from './serving-stack';

/** What stands around the model in service: the API that answers and remembers, and the one way to change what serves. */
export class PredictionStack extends PhaseStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    _before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly featureStore: FeatureStoreStack;
      readonly modelRegistry: ModelRegistryStack;
      readonly training: TrainingStack;
      readonly serving: ServingStack;
    },
  ) {
    super(scope, id, 'prediction', lifecycle);
  }
}

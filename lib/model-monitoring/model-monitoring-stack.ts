import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { DataPreparationStack } from '../data-preparation/data-preparation-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import type { ModelRegistryStack } from '../model-registry/model-registry-stack';
import type { PredictionStack } from '../serving/prediction-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { TrainingStack } from '../training/training-stack';

/** Watches what the model is asked and what becomes of its answers, and asks for another training when the world moved. */
export class ModelMonitoringStack extends PhaseStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    _before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly dataPreparation: DataPreparationStack;
      readonly modelRegistry: ModelRegistryStack;
      readonly training: TrainingStack;
      readonly prediction: PredictionStack;
    },
  ) {
    super(scope, id, 'model-monitoring', lifecycle);
  }
}

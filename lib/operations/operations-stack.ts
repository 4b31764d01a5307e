import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { DataPreparationStack } from '../data-preparation/data-preparation-stack';
import type { FeatureStoreStack } from '../feature-store/feature-store-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import type { ModelMonitoringStack } from '../model-monitoring/model-monitoring-stack';
import type { PredictionStack } from '../serving/prediction-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { TrainingStack } from '../training/training-stack';
import { CountAlarm } from './count-alarm';

/** Makes alarms of what the phases signal; every one reaches the operators' topic and has a runbook entry. */
export class OperationsStack extends PhaseStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly featureStore: FeatureStoreStack;
      readonly dataPreparation: DataPreparationStack;
      readonly training: TrainingStack;
      readonly prediction: PredictionStack;
      readonly modelMonitoring: ModelMonitoringStack;
    },
  ) {
    super(scope, id, 'operations', lifecycle);
    const { dataLake, featureStore, dataPreparation, training } = before;
    const alarms = {
      PreparationFailed: {
        signal: dataPreparation.metricRunsFailed(),
        sentence: 'A delivery of data could not be prepared; its marker is free again.',
      },
      TrainingFailed: {
        signal: training.metricRunsFailed(),
        sentence: 'A training ended without a model version: a step failed, or the candidate was refused.',
      },
      TooFewLabels: {
        signal: training.metricTooFewLabels(),
        sentence: 'A training was asked for, and too few new labels have come for it to change anything.',
      },
      FeatureRecordsParked: {
        signal: featureStore.metricParkedRecords(),
        sentence: 'The feature store refused records; they are parked with the reason.',
      },
      DataLakeDeadLetters: {
        signal: dataLake.metricDeadLetters(),
        sentence: 'A day of streamed records could not be closed.',
      },
      PreparationDeadLetters: {
        signal: dataPreparation.metricDeadLetters(),
        sentence: 'A marker arrived and no preparation started.',
      },
      TrainingDeadLetters: {
        signal: training.metricDeadLetters(),
        sentence: 'Data were prepared and nobody could decide whether to train.',
      },
    };
    for (const [name, { signal, sentence }] of Object.entries(alarms))
      new CountAlarm(this, name, { signal, sentence, operators: before.foundation.operators });
  }
}

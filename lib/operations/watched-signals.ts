import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { DataPreparationStack } from '../data-preparation/data-preparation-stack';
import type { FeatureStoreStack } from '../feature-store/feature-store-stack';
import type { GovernanceStack } from '../governance/governance-stack';
import type { ModelMonitoringStack } from '../model-monitoring/model-monitoring-stack';
import type { PredictionStack } from '../serving/prediction-stack';
import type { OperatorsAlarmProps } from '../shared/operators-alarm';
import type { TrainingStack } from '../training/training-stack';

/** Firehose delivers within five minutes, tries for a day when it cannot, and then drops what it holds. */
export const BEHIND = Duration.hours(1);

/** What a person on call asks about, in the order of asking. */
export const TOPICS = ['service', 'model', 'data', 'money'] as const;

export interface WatchedSignal extends Omit<OperatorsAlarmProps, 'operators'> {
  readonly topic: (typeof TOPICS)[number];
}

export interface Watched {
  readonly dataLake: DataLakeStack;
  readonly featureStore: FeatureStoreStack;
  readonly dataPreparation: DataPreparationStack;
  readonly training: TrainingStack;
  readonly prediction: PredictionStack;
  readonly modelMonitoring: ModelMonitoringStack;
  readonly governance: GovernanceStack;
}

/** Every alarm that only tells somebody, by the name of its runbook entry; those that act live with what they set off. */
export function watchedSignals(phases: Watched): Readonly<Record<string, WatchedSignal>> {
  const { dataLake, featureStore, dataPreparation, training, prediction, modelMonitoring, governance } = phases;
  return {
    PredictionsFailed: {
      topic: 'service',
      signal: prediction.metricPredictionsFailed(),
      sentence: 'Callers of the prediction API got no answer.',
    },
    ServingFailed: {
      topic: 'service',
      signal: prediction.metricServingFailed(),
      sentence: 'A change of what serves was refused or failed; the reason was told apart, the former version serves.',
    },
    ServingTimedOut: {
      topic: 'service',
      signal: prediction.metricServingTimedOut(),
      sentence: 'A change of what serves was cut off after a day, half way; nobody was told what serves.',
    },
    ServingDeadLetters: {
      topic: 'service',
      signal: prediction.metricDeadLetters(),
      sentence: 'A version was approved or rejected, and nobody acted on it.',
    },
    ParkingFailed: {
      topic: 'service',
      signal: modelMonitoring.metricParkingFailed(),
      sentence: 'The real-time endpoint could not be parked; it runs on and costs money.',
    },
    ParkingTimedOut: {
      topic: 'service',
      signal: modelMonitoring.metricParkingTimedOut(),
      sentence: 'Parking the real-time endpoint was cut off after more than a day; it may run on and cost money.',
    },
    MonitorSchedulesFailed: {
      topic: 'model',
      signal: modelMonitoring.metricSchedulesFailed(),
      sentence: 'The schedules of SageMaker Model Monitor could not follow what serves.',
    },
    MonitorSchedulesTimedOut: {
      topic: 'model',
      signal: modelMonitoring.metricSchedulesTimedOut(),
      sentence: 'The schedules of SageMaker Model Monitor were cut off while they followed what serves.',
    },
    MonitoringDeadLetters: {
      topic: 'model',
      signal: modelMonitoring.metricDeadLetters(),
      sentence: 'A monitor did not look, or what it found asked for a training in vain.',
    },
    DriftMonitorSilent: silent(
      modelMonitoring.metricDriftMonitorRows(),
      'Nobody has looked for drift for two days; the model may be wrong unnoticed.',
    ),
    QualityMonitorSilent: silent(
      modelMonitoring.metricQualityMonitorRows(),
      'Nobody has compared decisions with outcomes for two days; the model may be wrong unnoticed.',
    ),
    TrainingFailed: {
      topic: 'model',
      signal: training.metricRunsFailed(),
      sentence: 'A training ended without a model version: a step failed, or the candidate was refused.',
    },
    TooFewLabels: {
      topic: 'model',
      signal: training.metricTooFewLabels(),
      sentence: 'A training was asked for, and too few new labels have come for it to change anything.',
    },
    TrainingDeadLetters: {
      topic: 'model',
      signal: training.metricDeadLetters(),
      sentence: 'Data were prepared and nobody could decide whether to train.',
    },
    PreparationFailed: {
      topic: 'data',
      signal: dataPreparation.metricRunsFailed(),
      sentence: 'Data could not be prepared; if it was a delivery, its marker is free again.',
    },
    PreparationDeadLetters: {
      topic: 'data',
      signal: dataPreparation.metricDeadLetters(),
      sentence: 'A marker arrived and no preparation started.',
    },
    FeatureRecordsParked: {
      topic: 'data',
      signal: featureStore.metricParkedRecords(),
      sentence: 'The feature store refused records; they are parked with the reason.',
    },
    DataLakeDeadLetters: {
      topic: 'data',
      signal: dataLake.metricDeadLetters(),
      sentence: 'A day of streamed records could not be closed.',
    },
    PredictionLogBehind: behind(prediction.api.logs.metricPredictionsBehind(), 'Predictions'),
    OutcomeLogBehind: behind(prediction.api.logs.metricOutcomesBehind(), 'Outcomes'),
    ...(dataLake.streamIntake && {
      StreamedRecordsBehind: behind(dataLake.streamIntake.metricBehind(), 'Streamed records'),
    }),
    GovernanceDeadLetters: {
      topic: 'money',
      signal: governance.metricDeadLetters(),
      sentence: 'The costs were not reviewed, or the cost tags not looked at.',
    },
    ...(governance.tagActivation && {
      TagsInactive: {
        topic: 'money',
        signal: governance.tagActivation.metricInactive(),
        sentence: 'The bill is not told by our tags, so the budget sees nothing and warns nobody.',
        // AWS meets a key on a bill within a day and activates it within another.
        periods: 3,
      },
    }),
  };
}

/** A daily look publishes its rows even when there are none: two days without are two looks that never were. */
function silent(signal: IMetric, sentence: string): WatchedSignal {
  return {
    topic: 'model',
    signal,
    sentence,
    threshold: 0,
    comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
    periods: 2,
    missingData: TreatMissingData.BREACHING,
  };
}

function behind(signal: IMetric, what: string): WatchedSignal {
  const sentence = `${what} have not been written to S3 for an hour; after a day they are lost.`;
  return { topic: 'data', signal, sentence, threshold: BEHIND.toSeconds() };
}

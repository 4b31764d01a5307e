import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { DataPreparationStack } from '../data-preparation/data-preparation-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import type { ModelRegistryStack } from '../model-registry/model-registry-stack';
import { DeadLetterQueue } from '../shared/dead-letter-queue';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { ModelEvaluation } from './model-evaluation';
import { ModelStorage } from './model-storage';
import { TrainingPipeline } from './training-pipeline';
import { TrainingStart } from './training-start';

/** Trains, judges and registers a version from the datasets that data preparation leaves. */
export class TrainingStack extends PhaseStack {
  public readonly models: ModelStorage;
  public readonly pipeline: TrainingPipeline;
  public readonly start: TrainingStart;
  public readonly deadLetters: DeadLetterQueue;

  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly dataPreparation: DataPreparationStack;
      readonly modelRegistry: ModelRegistryStack;
    },
  ) {
    super(scope, id, 'training', lifecycle);
    const { key, accessLogs } = before.foundation;
    const { datasets } = before.dataLake.storage;
    const { registry } = before.modelRegistry;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    this.models = new ModelStorage(this, 'Models', { key, accessLogs });
    this.pipeline = new TrainingPipeline(this, 'Pipeline', {
      key,
      datasets,
      models: this.models,
      registry,
      evaluation: new ModelEvaluation(this, 'Evaluation', { models: this.models }),
    });
    this.start = new TrainingStart(this, 'Start', {
      pipeline: this.pipeline,
      datasets,
      registry,
      deadLetters: this.deadLetters,
    });
    this.start.onDataPrepared(before.dataPreparation.prepareData);
  }

  /** Trainings that ended without a version, refused ones too. */
  public metricRunsFailed(): IMetric {
    return this.pipeline.metricFailed();
  }

  /** Trainings asked for in vain. */
  public metricTooFewLabels(): IMetric {
    return this.start.metricTooFewLabels();
  }

  /** Starts that nobody could carry out. */
  public metricDeadLetters(): IMetric {
    return this.deadLetters.metricWaiting();
  }
}

import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import {
  DATA_DRIFT,
  DRIFT_MONITOR_ROWS,
  type Environment as DriftEnvironment,
  PREDICTION_DRIFT,
} from '../../lambda/model-monitoring/measure-drift/environment';
import {
  MODEL_QUALITY,
  NET_VALUE,
  QUALITY_MONITOR_ROWS,
  type Environment as QualityEnvironment,
} from '../../lambda/model-monitoring/measure-quality/environment';
import type { LakeStorage } from '../data-lake/lake-storage';
import type { ModelRegistry } from '../model-registry/model-registry';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { OwnSignal } from '../shared/own-signal';
import { PhaseStack } from '../shared/phase-stack';
import type { ModelStorage } from '../training/model-storage';
import { DailyMonitor } from './daily-monitor';

export interface PredictionMonitorsProps {
  readonly storage: LakeStorage;
  readonly models: ModelStorage;
  readonly registry: ModelRegistry;
  readonly deadLetters: DeadLetterQueue;
}

/**
 * Our own monitors, which need nothing but the two logs: every night what the model was asked and answered is compared
 * with its training, and what it decided with what really happened. They work in every account, for every kind of endpoint.
 */
export class PredictionMonitors extends Construct {
  private readonly drift: DailyMonitor;
  private readonly quality: DailyMonitor;

  public constructor(
    scope: Construct,
    id: string,
    { storage, models, registry, deadLetters }: PredictionMonitorsProps,
  ) {
    super(scope, id);
    const { minimumRows, smallestDrift } = PhaseStack.of(this).lifecycle.config.modelMonitoring;
    const common = {
      PREDICTIONS_URI: storage.predictions.uri,
      MONITORING_URI: storage.monitoring.uri,
      MINIMUM_ROWS: String(minimumRows),
      SIGNAL_NAMESPACE: PhaseStack.of(this).fixedName(),
    };
    this.drift = new DailyMonitor(this, 'Drift', {
      handler: 'model-monitoring/measure-drift',
      description: 'Compares what the model is asked and answers with what it was trained on',
      environment: { ...common, SMALLEST_DRIFT: String(smallestDrift) } satisfies DriftEnvironment,
      hour: 3,
      rowsSignal: DRIFT_MONITOR_ROWS,
      deadLetters,
    });
    this.quality = new DailyMonitor(this, 'Quality', {
      handler: 'model-monitoring/measure-quality',
      description: 'Compares what the model decided with what really happened',
      environment: { ...common, OUTCOMES_URI: storage.outcomes.uri } satisfies QualityEnvironment,
      hour: 4,
      rowsSignal: QUALITY_MONITOR_ROWS,
      deadLetters,
    });
    for (const { function: look } of [this.drift, this.quality]) {
      storage.predictions.grantRead(look);
      storage.monitoring.grantRead(look);
      storage.monitoring.grantWrite(look);
    }
    storage.outcomes.grantRead(this.quality.function);
    storage.datasets.grantRead(this.drift.function);
    models.grantRead(this.drift.function);
    registry.grantDescribe(this.drift.function);
  }

  /** Worst feature's PSI over its limit; from 1 upwards the data drifted. */
  public metricDataDrift(): IMetric {
    return this.finding(DATA_DRIFT);
  }

  /** The scores' PSI over its limit; from 1 upwards they drifted. */
  public metricPredictionDrift(): IMetric {
    return this.finding(PREDICTION_DRIFT);
  }

  /** How near the model is to being no good; from 1 upwards its quality dropped. */
  public metricModelQuality(): IMetric {
    return this.finding(MODEL_QUALITY);
  }

  /** What the judged decisions were worth, in the goal's currency. */
  public metricNetValue(): IMetric {
    return this.finding(NET_VALUE);
  }

  /** Records that the drift monitor found; no data means that it did not look. */
  public metricDriftRows(): IMetric {
    return this.drift.metricRows();
  }

  /** Records with an outcome that the quality monitor found; no data means that it did not look. */
  public metricQualityRows(): IMetric {
    return this.quality.metricRows();
  }

  /** A ratio, and the same look may be published twice: never a sum. */
  private finding(name: string): IMetric {
    return new OwnSignal(this, name).metric({ statistic: 'Maximum' });
  }
}

import { Duration } from 'aws-cdk-lib';
import type { IAlarm, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { DataPreparationStack } from '../data-preparation/data-preparation-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import type { ModelRegistryStack } from '../model-registry/model-registry-stack';
import type { PredictionStack } from '../serving/prediction-stack';
import { DeadLetterQueue } from '../shared/dead-letter-queue';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { TrainingStack } from '../training/training-stack';
import { FollowServingState } from './follow-serving-state';
import { GroundTruth } from './ground-truth';
import { IdleParking } from './idle-parking';
import { ModelAlarms } from './model-alarms';
import { MonitoringAccess } from './monitoring-access';
import { OfficeHoursParking } from './office-hours-parking';
import { ParkServing } from './park-serving';
import { PredictionMonitors } from './prediction-monitors';
import { Retraining } from './retraining';
import { SchedulesPlan } from './schedules-plan';

/** Watches what the model is asked and what becomes of its answers, and asks for another training when the world moved. */
export class ModelMonitoringStack extends PhaseStack {
  public readonly monitors: PredictionMonitors;
  /** They act; operations only shows them. */
  public readonly alarms: readonly IAlarm[];
  public readonly deadLetters: DeadLetterQueue;
  /** For the schedules of SageMaker Model Monitor, in a stack of their own. */
  public readonly monitorAccess: MonitoringAccess;
  private readonly followServingState: FollowServingState;
  private readonly parkServing: ParkServing;

  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly dataPreparation: DataPreparationStack;
      readonly modelRegistry: ModelRegistryStack;
      readonly training: TrainingStack;
      readonly prediction: PredictionStack;
    },
  ) {
    super(scope, id, 'model-monitoring', lifecycle);
    const { storage } = before.dataLake;
    const { operators } = before.foundation;
    const { registry } = before.modelRegistry;
    const { models } = before.training;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    const { deadLetters } = this;
    this.monitors = new PredictionMonitors(this, 'Monitors', { storage, models, registry, deadLetters });
    const alarms = new ModelAlarms(this, 'Alarms', { monitors: this.monitors, operators });
    this.alarms = [...alarms.drift, ...alarms.quality];
    const retraining = new Retraining(this, 'Retraining', {
      prepareData: before.dataPreparation.prepareData,
      monitoring: storage.monitoring,
      deadLetters,
    });
    retraining.onAlarm('OnDrift', 'drift', alarms.drift);
    retraining.onAlarm('OnQualityDrop', 'quality', alarms.quality);

    const { applyServingState } = before.prediction;
    this.monitorAccess = new MonitoringAccess(this, 'MonitorAccess', { key: before.foundation.key, storage, models });
    new GroundTruth(this, 'GroundTruth', { storage, deadLetters });
    const { explainability } = this.monitorAccess;
    const plan = new SchedulesPlan(this, 'Schedules', { explainability, models, registry });
    this.followServingState = new FollowServingState(this, 'FollowServingState', { plan, operators, deadLetters });
    this.followServingState.follow(applyServingState);
    this.parkServing = new ParkServing(this, 'ParkServing', { plan, applyServingState });
    const { parkServing } = this;
    const { parkWhenIdleHours, officeHours } = lifecycle.config.serving.realTime;
    if (parkWhenIdleHours !== undefined)
      new IdleParking(this, 'IdleParking', { parkServing, after: Duration.hours(parkWhenIdleHours), deadLetters });
    if (officeHours)
      new OfficeHoursParking(this, 'OfficeHours', { officeHours, applyServingState, parkServing, deadLetters });
  }

  /** Records that the drift monitor found; no data means that it did not look. */
  public metricDriftMonitorRows(): IMetric {
    return this.monitors.metricDriftRows();
  }

  /** Records with an outcome that the quality monitor found; no data means that it did not look. */
  public metricQualityMonitorRows(): IMetric {
    return this.monitors.metricQualityRows();
  }

  /** Changes of Model Monitor's schedules that failed for another reason than that the account refuses them. */
  public metricSchedulesFailed(): IMetric {
    return this.followServingState.metricFailed();
  }

  /** The same that were cut off. */
  public metricSchedulesTimedOut(): IMetric {
    return this.followServingState.metricTimedOut();
  }

  /** Attempts to park the real-time endpoint that failed; it goes on running. */
  public metricParkingFailed(): IMetric {
    return this.parkServing.metricFailed();
  }

  /** The same that were cut off. */
  public metricParkingTimedOut(): IMetric {
    return this.parkServing.metricTimedOut();
  }

  /** Looks and requests that nobody could carry out. */
  public metricDeadLetters(): IMetric {
    return this.deadLetters.metricWaiting();
  }
}

import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import type { Lifecycle } from '../shared/phase-stack';
import { SteeredStack } from '../shared/steered-stack';
import type { ModelMonitoringStack } from './model-monitoring-stack';
import { ModelMonitors } from './model-monitors';
import { MonitorJobs } from './monitor-jobs';
import { SchedulesState } from './schedules-state';

/**
 * SageMaker Model Monitor's schedules, apart from everything else: an account may refuse them and keeps the rest. State
 * machines may touch `SCHEDULE_RESOURCE_TYPES` in it and no others.
 */
export class MonitorSchedulesStack extends SteeredStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly modelMonitoring: ModelMonitoringStack;
    },
  ) {
    super(scope, id, 'monitor-schedules', lifecycle);
    if (!lifecycle.config.modelMonitoring.modelMonitorSchedules) return;
    const { role, reports } = before.modelMonitoring.monitorAccess;
    new ModelMonitors(this, 'Monitors', {
      state: new SchedulesState(this, 'State'),
      jobs: new MonitorJobs(this, 'Jobs', {
        role,
        reports,
        key: before.foundation.key,
        groundTruth: before.dataLake.storage.groundTruth,
      }),
    });
  }
}

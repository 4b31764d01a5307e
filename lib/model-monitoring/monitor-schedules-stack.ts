import { CfnWaitConditionHandle, DefaultStackSynthesizer } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { ModelMonitoringStack } from './model-monitoring-stack';
import { ModelMonitors } from './model-monitors';
import { MonitorJobs } from './monitor-jobs';
import { SchedulesState } from './schedules-state';

/**
 * SageMaker Model Monitor's schedules, apart from everything else: an account may refuse them and keeps the rest. Updated
 * with its own template by state machines that may touch `SCHEDULE_RESOURCE_TYPES` and no others, so it holds no role,
 * custom resource, transform, export or output.
 */
export class MonitorSchedulesStack extends PhaseStack {
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
    super(scope, id, 'monitor-schedules', lifecycle, {
      // The rule would bring a parameter that CloudFormation resolves anew at every update.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
      analyticsReporting: false,
    });
    // Costs nothing and is always there: a stack cannot be empty, and without schedules it would be.
    new CfnWaitConditionHandle(this, 'Always');
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

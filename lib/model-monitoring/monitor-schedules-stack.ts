import type { Construct } from 'constructs';
import type { DataLakeStack } from '../data-lake/data-lake-stack';
import type { FoundationStack } from '../foundation/foundation-stack';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import type { ModelMonitoringStack } from './model-monitoring-stack';

/** SageMaker Model Monitor's schedules, apart from everything else: an account may refuse them and keeps the rest. */
export class MonitorSchedulesStack extends PhaseStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    _before: {
      readonly foundation: FoundationStack;
      readonly dataLake: DataLakeStack;
      readonly modelMonitoring: ModelMonitoringStack;
    },
  ) {
    super(scope, id, 'monitor-schedules', lifecycle);
  }
}

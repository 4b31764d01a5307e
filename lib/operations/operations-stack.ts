import type { Construct } from 'constructs';
import type { FoundationStack } from '../foundation/foundation-stack';
import { OperatorsAlarm } from '../shared/operators-alarm';
import { type Lifecycle, PhaseStack } from '../shared/phase-stack';
import { dashboardTopics } from './dashboard-topics';
import { LifecycleDashboard } from './lifecycle-dashboard';
import { type Watched, watchedSignals } from './watched-signals';

/** Makes alarms and one dashboard of what the phases signal; every alarm reaches the operators and has a runbook entry. */
export class OperationsStack extends PhaseStack {
  public constructor(
    scope: Construct,
    id: string,
    lifecycle: Lifecycle,
    before: Watched & { readonly foundation: FoundationStack },
  ) {
    super(scope, id, 'operations', lifecycle);
    const { operators } = before.foundation;
    const watched = watchedSignals(before);
    const alarms = Object.entries(watched).map(
      ([name, { topic: _, ...alarm }]) => new OperatorsAlarm(this, name, { ...alarm, operators }),
    );
    new LifecycleDashboard(this, 'Dashboard', {
      title: `What is wrong with ${this.fixedName()}`,
      alarms: [...alarms, ...before.modelMonitoring.alarms],
      topics: dashboardTopics(before, watched),
    });
  }
}

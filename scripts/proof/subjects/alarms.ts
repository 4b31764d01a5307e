import { alarmsCanRing } from '../checks/alarms-can-ring';
import { alarmsTellSomebody } from '../checks/alarms-tell-somebody';
import { alarmsWatchWhatAwsEmits } from '../checks/alarms-watch-what-aws-emits';
import { dashboardWidgets } from '../checks/dashboard-widgets';
import { dashboards } from '../checks/dashboards';
import { ownMetrics } from '../checks/own-metrics';
import { rollBackAlarms } from '../checks/roll-back-alarms';
import { silenceIsJudged } from '../checks/silence-is-judged';
import { watchedNames } from '../checks/watched-names';
import type { Subject } from '../subject';

export const ALARMS: Subject = {
  title: 'Alarms and dashboards',
  checks: [
    alarmsCanRing,
    alarmsTellSomebody,
    alarmsWatchWhatAwsEmits,
    dashboardWidgets,
    dashboards,
    ownMetrics,
    rollBackAlarms,
    silenceIsJudged,
    watchedNames,
  ],
};

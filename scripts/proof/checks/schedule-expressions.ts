import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { valuesAt } from '../json';
import { scheduleFault } from '../schedule-expression';
import { isOpen, textOf } from '../text-of';

/** Where schedules stand that are written as EventBridge writes them. */
const SCHEDULES: Readonly<Record<string, string>> = {
  'AWS::Events::Rule': 'ScheduleExpression',
  'AWS::Scheduler::Schedule': 'ScheduleExpression',
  'AWS::ApplicationAutoScaling::ScalableTarget': 'ScheduledActions.Schedule',
  'AWS::Glue::Trigger': 'Schedule',
  'AWS::Glue::Crawler': 'Schedule.ScheduleExpression',
};

/** Only Scheduler and auto scaling know single moments. */
const ONCE = /Scheduler|ApplicationAutoScaling/;

export const scheduleExpressions: Check = {
  id: 'schedule-expressions',
  rule: 'Every schedule of EventBridge, Scheduler, auto scaling and Glue names times that there are (EventBridge, "Setting a schedule pattern")',
  find: findInEach(Object.keys(SCHEDULES), (resource, assembly) =>
    valuesAt(resource.Properties, SCHEDULES[resource.Type] ?? '').map((value) => {
      const text = textOf(value, resource, assembly);
      if (isOpen(text)) return false;
      if (text.startsWith('at(') && !ONCE.test(resource.Type))
        return `${text}: a rule comes round again, it has no single moment`;
      const fault = scheduleFault(text);
      return fault !== undefined && `${text}: ${fault}`;
    }),
  ),
};

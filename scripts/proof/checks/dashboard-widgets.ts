import type { Placed } from '../assembly';
import { about, type Check } from '../check';
import { BODY_KEYS, FRAME_KEYS, ROW_KEYS, STATISTIC, VIEWS, WIDGET_KEYS } from '../facts/dashboard-keys';
import { METRICS, MONITOR_METRICS, OTHER_NAMESPACES } from '../facts/metrics';
import { listed, under } from '../leaves';
import { dashboardBody, drawn, isOfAws } from '../looked-at';
import { resourcesOf } from '../resources-of';

/** CloudWatch draws what it understands of a dashboard and says nothing of the rest. */
export const dashboardWidgets: Check = {
  id: 'dashboard-widgets',
  rule: 'A dashboard says nothing that CloudWatch does not read: keys, views, statistics, periods and namespaces that there are',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::CloudWatch::Dashboard').flatMap((dashboard) => {
      const body = dashboardBody(dashboard, assembly);
      const faults = [
        ...unknown(body, BODY_KEYS, 'the dashboard'),
        ...listed(under(body, 'widgets')).flatMap((widget, index) =>
          widgetFaults(widget, dashboard).map((fault) => `widget ${index + 1}: ${fault}`),
        ),
      ];
      return faults.map((fault) => about(dashboard, fault));
    }),
};

function widgetFaults(widget: unknown, dashboard: Placed): string[] {
  const type = String(under(widget, 'type'));
  const properties = under(widget, 'properties');
  const rows = listed(under(properties, 'metrics')).map((row) => listed(row).at(-1));
  const settings = type === 'metric' ? [properties, ...rows.filter((each) => typeof each === 'object')] : [];
  const view = under(properties, 'view');
  const namespaces = type === 'metric' ? drawn(widget, dashboard).map(({ namespace }) => namespace) : [];
  return [
    ...unknown(widget, FRAME_KEYS, 'it'),
    ...unknown(properties, WIDGET_KEYS[type], 'it'),
    ...settings.slice(1).flatMap((row) => unknown(row, ROW_KEYS, 'a metric of it')),
    ...(view !== undefined && VIEWS[type] && !VIEWS[type].includes(String(view))
      ? [`its view is ${view}, expected one of ${VIEWS[type].join(', ')}`]
      : []),
    ...settings.flatMap(settingFaults),
    ...[...new Set(namespaces)]
      .filter((each) => isOfAws(each) && !isKnown(each))
      .map((each) => `draws metrics of ${each}, a namespace that AWS does not have`),
  ];
}

function settingFaults(settings: unknown): string[] {
  const [stat, period, axis] = ['stat', 'period', 'yAxis'].map((key) => under(settings, key));
  const seconds = Number(period);
  return [
    ...(stat !== undefined && !STATISTIC.test(String(stat)) ? [`${stat} is no statistic`] : []),
    ...(period !== undefined && !([1, 5, 10, 30].includes(seconds) || (seconds >= 60 && seconds % 60 === 0))
      ? [`a period is ${period} seconds, expected a multiple of 60`]
      : []),
    ...(typeof axis === 'string' && !['left', 'right'].includes(axis)
      ? [`an axis is ${axis}, expected left or right`]
      : []),
  ];
}

function unknown(value: unknown, known: readonly string[] | undefined, what: string): string[] {
  if (known === undefined || typeof value !== 'object' || value === null) return [];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${what} has ${key}, which CloudWatch does not read`);
}

function isKnown(namespace: string): boolean {
  return (
    namespace in METRICS ||
    OTHER_NAMESPACES.includes(namespace) ||
    MONITOR_METRICS.some((each) => each.namespace.test(namespace)) ||
    !/^\/?aws\//i.test(namespace)
  );
}

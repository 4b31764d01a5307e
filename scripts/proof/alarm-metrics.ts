import type { Assembly, Placed } from './assembly';
import { list, numeric, record } from './json';
import { referred, same } from './referred';
import { resourcesOf } from './resources-of';
import { textOf } from './text-of';

/** One metric that an alarm looks at, as far as the template says. */
export interface WatchedMetric {
  readonly alarm: Placed;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly { readonly name: string; readonly value: unknown }[];
  readonly statistic: string;
  readonly period: number | undefined;
  readonly unit: string | undefined;
  /** Whether the alarm compares this metric itself with its threshold, and no expression over it. */
  readonly compared: boolean;
}

/** The metrics that an alarm watches: its own, or those within its expressions. */
export function metricsOf(alarm: Placed, assembly: Assembly): WatchedMetric[] {
  const { Metrics, Namespace, MetricName, Dimensions, Statistic, ExtendedStatistic, Period, Unit } = alarm.Properties;
  const text = (value: unknown) => textOf(value, alarm, assembly);
  const watched = (
    metric: Readonly<Record<string, unknown>>,
    stat: Readonly<Record<string, unknown>>,
    compared: boolean,
  ) => ({
    alarm,
    namespace: text(metric.Namespace),
    name: text(metric.MetricName),
    dimensions: list(metric.Dimensions)
      .map(record)
      .map(({ Name, Value }) => ({ name: text(Name), value: Value })),
    statistic: text(stat.Stat),
    period: numeric(stat.Period),
    unit: stat.Unit === undefined ? undefined : text(stat.Unit),
    compared,
  });
  if (Metrics === undefined) {
    const stat = { Stat: Statistic ?? ExtendedStatistic, Period, Unit };
    return [watched({ Namespace, MetricName, Dimensions }, stat, true)];
  }
  return list(Metrics)
    .map(record)
    .filter(({ MetricStat }) => MetricStat !== undefined)
    .map(({ MetricStat, ReturnData }) => {
      const stat = record(MetricStat);
      return watched(record(stat.Metric), stat, ReturnData !== false);
    });
}

const alarmsOf = (assembly: Assembly): Placed[] => resourcesOf(assembly, 'AWS::CloudWatch::Alarm');

/** Every metric that some alarm watches. */
export const watchedMetrics = (assembly: Assembly): WatchedMetric[] =>
  alarmsOf(assembly).flatMap((alarm) => metricsOf(alarm, assembly));

/** Whether a metric's dimension names a resource: by reference, or by the name that the resource has. */
export function isAbout(
  metric: WatchedMetric,
  dimension: string,
  resource: Placed,
  nameProperty: string,
  assembly: Assembly,
) {
  return metric.dimensions.some(({ name, value }) => {
    if (name !== dimension) return false;
    if (same(referred(value, metric.alarm.stack, assembly)?.resource, resource)) return true;
    const own = resource.Properties[nameProperty];
    return own !== undefined && textOf(own, resource, assembly) === textOf(value, metric.alarm, assembly);
  });
}

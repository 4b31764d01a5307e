import { metricsOf, type WatchedMetric } from '../alarm-metrics';
import type { Placed } from '../assembly';
import { about, type Check } from '../check';
import { METRICS } from '../facts/metrics';
import { list, numeric, records } from '../json';
import { resourcesOf } from '../resources-of';

/** What AWS counts when something went wrong. */
const BAD = /Error|Fail|Throttl|TimedOut|Aborted|Dropped|Refus|4XX|5XX|Dlq|DeadLetter|Expired/i;

/** An alarm whose numbers can never be reached, or always are, is no alarm (PutMetricAlarm; CloudFormation checks none of it). */
export const alarmsCanRing: Check = {
  id: 'alarms-can-ring',
  rule: 'Every alarm has a period, a window, a statistic and a threshold at which it rings when, and only when, something is wrong',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::CloudWatch::Alarm').flatMap((alarm) => {
      const metrics = metricsOf(alarm, assembly);
      const faults = [
        ...shapeFaults(alarm),
        ...metrics.flatMap(periodFaults),
        ...windowFaults(alarm, metrics),
        ...metrics.filter(({ compared }) => compared).flatMap(thresholdFaults),
      ];
      return faults.map((fault) => about(alarm, fault));
    }),
};

function shapeFaults({ Properties }: Placed): string[] {
  const { MetricName, Metrics, Statistic, ExtendedStatistic, Threshold, ThresholdMetricId, ComparisonOperator } =
    Properties;
  if ((MetricName === undefined) === (Metrics === undefined))
    return ['has both MetricName and Metrics or neither, expected one'];
  const queries = records(Metrics);
  const ids = queries.map(({ Id }) => String(Id));
  const returned = queries.filter(({ ReturnData }) => ReturnData !== false && ReturnData !== 'false');
  const band = /^LessThanLowerOrGreaterThanUpperThreshold$|^(LessThanLower|GreaterThanUpper)Threshold$/.test(
    String(ComparisonOperator),
  );
  return [
    ...(Metrics === undefined && (Statistic === undefined) === (ExtendedStatistic === undefined)
      ? ['has both Statistic and ExtendedStatistic or neither, expected one']
      : []),
    ...list(ExtendedStatistic).flatMap((each) =>
      isExtended(String(each)) ? [] : [`ExtendedStatistic ${String(each)} is none`],
    ),
    ...(Metrics !== undefined && returned.length !== (band ? 2 : 1)
      ? [`returns data of ${returned.length} metrics, expected one`]
      : []),
    ...queries.flatMap(({ Expression }) => expressionFaults(Expression, ids)),
    ...(ThresholdMetricId === undefined && numeric(Threshold) === undefined && typeof Threshold !== 'object'
      ? ['has no Threshold']
      : []),
  ];
}

/** `p99`, `tm90`, `TM(10%:90%)`, `PR(:300)`, `IQM` and the like (CloudWatch, "Statistics definitions"). */
function isExtended(statistic: string): boolean {
  const share = /^(p|tm|wm|tc|ts)(\d{1,3}(\.\d{1,10})?)$/.exec(statistic)?.[2];
  return share === undefined ? /^(IQM|(PR|TM|WM|TC|TS)\([\d.%]*:[\d.%]*\))$/.test(statistic) : Number(share) <= 100;
}

function expressionFaults(expression: unknown, ids: readonly string[]): string[] {
  if (typeof expression !== 'string') return [];
  if (/\bSEARCH\s*\(/.test(expression)) return ['its expression is a SEARCH, on which no alarm can be set'];
  if (/^\s*SELECT\b/i.test(expression)) return [];
  const words = expression.replace(/"[^"]*"|'[^']*'/g, '').match(/\b[a-z]\w*\b/g) ?? [];
  return words
    .filter((word) => !ids.includes(word))
    .map((word) => `its expression names ${word}, which is none of its metrics`);
}

function periodFaults({ period, namespace, name }: WatchedMetric): string[] {
  if (period === undefined) return ['has no Period'];
  if (![10, 20, 30].includes(period) && (period % 60 !== 0 || period <= 0))
    return [`Period is ${period}, expected 10, 20, 30 or a multiple of 60`];
  if (period < 60 && METRICS[namespace]) return [`Period is ${period}, but AWS publishes ${name} once a minute`];
  const every = METRICS[namespace]?.[name]?.every ?? 0;
  return period < every ? [`Period is ${period}, but AWS publishes ${name} every ${every} seconds`] : [];
}

/** A day, or seven when each period is an hour at least. */
function windowFaults({ Properties }: Placed, metrics: readonly WatchedMetric[]): string[] {
  const { EvaluationPeriods, DatapointsToAlarm } = Properties;
  const periods = numeric(EvaluationPeriods) ?? 0;
  const datapoints = numeric(DatapointsToAlarm) ?? periods;
  const longest = Math.max(0, ...metrics.map(({ period }) => period ?? 0));
  const most = longest < 3600 ? 86_400 : 604_800;
  return [
    ...(Number.isInteger(periods) && periods >= 1
      ? []
      : [`EvaluationPeriods is ${String(EvaluationPeriods)}, expected 1 at least`]),
    ...(longest * periods > most ? [`looks back ${longest * periods} seconds, expected ${most} at most`] : []),
    ...(datapoints < 1 || datapoints > periods ? [`DatapointsToAlarm is ${datapoints}, expected 1 to ${periods}`] : []),
  ];
}

function thresholdFaults({ namespace, name, alarm, statistic }: WatchedMetric): string[] {
  const fact = METRICS[namespace]?.[name];
  const threshold = numeric(alarm.Properties.Threshold);
  const comparison = String(alarm.Properties.ComparisonOperator);
  if (!fact || threshold === undefined) return [];
  const below = comparison.startsWith('LessThan');
  const orEqual = comparison.includes('OrEqual');
  const [least, most] = fact.plausible ?? [0, Number.POSITIVE_INFINITY];
  // Of a count per call the average is a share.
  const highest =
    fact.kind === 'count' && statistic === 'Average' && BAD.test(name) && namespace !== 'AWS/Events' ? 1 : most;
  return [
    ...(!below && (orEqual ? threshold <= 0 : threshold < 0)
      ? [`threshold ${threshold} is always reached, since ${name} is never negative`]
      : []),
    ...(below && (orEqual ? threshold < 0 : threshold <= 0) && alarm.Properties.TreatMissingData !== 'breaching'
      ? [`threshold ${threshold} is never undercut, since ${name} is never negative`]
      : []),
    ...(below && BAD.test(name) ? [`rings when ${name} is low, which is when all is well`] : []),
    ...(threshold > 0 && threshold < least
      ? [`threshold ${threshold} of ${name} is implausible: it is in ${fact.unit}, expected ${least} at least`]
      : []),
    ...(!below && (threshold > highest || (threshold === highest && !orEqual))
      ? [`threshold ${threshold} of ${name} (${fact.unit}) is never reached: ${highest} is the most`]
      : []),
    ...(fact.kind === 'percent' && threshold > 0 && threshold < 1
      ? [`threshold ${threshold} of ${name} looks like a share, expected percent`]
      : []),
    ...(fact.kind === 'percent' &&
    !below &&
    !/CPU|GPU/.test(name) &&
    threshold >= 100 &&
    !(threshold === 100 && orEqual)
      ? [`threshold ${threshold} of ${name} is never reached, since it is in percent`]
      : []),
  ];
}

import type { Assembly, Placed } from '../../proof/assembly';
import { list, numeric, record, records } from '../../proof/json';
import { textOf } from '../../proof/text-of';
import type { Usage } from '../line';
import { assumed } from '../pass-usage';
import { dividedBy, quantity } from '../quantity';
import type { Pricer } from './pricer';

/** A band of the expected is billed as two metrics more. */
const BAND_METRICS = 2;

/** An alarm is billed by the metrics that it looks at. */
export const alarm: Pricer = ({ Properties }) => {
  const metrics = records(Properties.Metrics);
  const looked = metrics.filter(({ MetricStat }) => MetricStat !== undefined);
  const hasBand = metrics.some(({ Expression }) => String(Expression ?? '').includes('ANOMALY_DETECTION_BAND'));
  const periods = [Properties, ...looked.map(({ MetricStat }) => record(MetricStat))].map(({ Period }) =>
    numeric(Period),
  );
  const isQuick = periods.some((period) => period !== undefined && period < 60);
  const count = Math.max(looked.length, 1) + (hasBand ? BAND_METRICS : 0);
  const price = isQuick ? 'cloudwatch-alarm-high-resolution' : 'cloudwatch-alarm';
  return [{ what: 'alarm', price, quantity: quantity(BigInt(count)) }];
};

export const dashboard: Pricer = () => [{ what: 'dashboard', price: 'cloudwatch-dashboard', quantity: quantity(1n) }];

/** Target tracking makes an alarm for out and one for in. */
export const scalingPolicy: Pricer = ({ Properties }) =>
  Properties.TargetTrackingScalingPolicyConfiguration === undefined
    ? []
    : [{ what: 'alarms of target tracking', price: 'cloudwatch-alarm', quantity: quantity(2n) }];

/** The signals that alarms and dashboards look at and no service of AWS publishes: each is a custom metric. */
export function ownSignals(resources: readonly Placed[], assembly: Assembly): Usage[] {
  const seen = new Set<string>();
  for (const resource of resources)
    if (/^AWS::CloudWatch::(Alarm|Dashboard)$/.test(resource.Type))
      for (const [namespace, name] of signalsOf(resource, assembly))
        if (!/^aws\//i.test(namespace)) seen.add(`${namespace} ${name}`);
  const hours = dividedBy(assumed('ownSignalHours'), assumed('hoursOfMonth'));
  return [...seen].sort().map((signal) => ({ what: `signal ${signal}`, price: 'cloudwatch-metric', quantity: hours }));
}

function signalsOf(resource: Placed, assembly: Assembly): readonly (readonly [namespace: string, name: string])[] {
  const { Type, Properties } = resource;
  if (Type === 'AWS::CloudWatch::Dashboard')
    return inWidgets(parsed(textOf(Properties.DashboardBody, resource, assembly)));
  const metrics = records(Properties.Metrics).map(({ MetricStat }) => record(record(MetricStat).Metric));
  return [Properties, ...metrics]
    .filter(({ Namespace, MetricName }) => typeof Namespace === 'string' && typeof MetricName === 'string')
    .map(({ Namespace, MetricName }) => [String(Namespace), String(MetricName)] as const);
}

/** Widgets name a metric as a list that starts with namespace and name. */
function inWidgets(body: unknown): readonly (readonly [string, string])[] {
  return records(record(body).widgets).flatMap(({ properties }) =>
    list(record(properties).metrics).flatMap((metric) => {
      const [namespace, name] = list(metric);
      return typeof namespace === 'string' && typeof name === 'string' ? [[namespace, name] as const] : [];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

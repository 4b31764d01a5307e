import { type WatchedMetric, watchedMetrics } from '../alarm-metrics';
import type { Assembly } from '../assembly';
import { about, type Check } from '../check';
import { METRICS, MONITOR_METRICS, OTHER_NAMESPACES } from '../facts/metrics';
import { NAMED } from '../facts/metrics-named';
import { list } from '../json';
import { referred } from '../referred';
import { resourcesOf } from '../resources-of';

/** An alarm on a metric that nobody publishes stays silent for ever, and CloudFormation deploys it gladly. */
export const alarmsWatchWhatAwsEmits: Check = {
  id: 'alarms-watch-what-aws-emits',
  rule: 'Every alarm watches a namespace, metric, unit and set of dimensions that somebody publishes (monitoring pages of the services)',
  find: (assembly) =>
    watchedMetrics(assembly).flatMap((metric) =>
      [namespaceFault(metric, assembly) ?? metricFault(metric), ...dimensionFaults(metric, assembly)]
        .filter((fault) => fault !== undefined)
        .map((fault) => about(metric.alarm, fault)),
    ),
};

function namespaceFault({ namespace, alarm }: WatchedMetric, assembly: Assembly): string | undefined {
  const known = [...Object.keys(METRICS), ...OTHER_NAMESPACES];
  if (known.includes(namespace) || MONITOR_METRICS.some((each) => each.namespace.test(namespace))) return undefined;
  const alike = known.find((each) => fold(each) === fold(namespace));
  if (alike) return `Namespace is ${namespace}, expected ${alike}`;
  if (/^\/?aws\//i.test(namespace)) return `Namespace is ${namespace}, which is none of AWS's`;
  return isPublished(namespace, alarm.stack.region, assembly)
    ? undefined
    : `Namespace is ${namespace}, in which nothing in the templates publishes`;
}

const fold = (namespace: string) => namespace.toLowerCase().replace(/[^a-z]/g, '');

/** Who publishes in a namespace of our own is told so: by a filter, in its environment, or by a condition of its policy. */
function isPublished(namespace: string, region: string, assembly: Assembly): boolean {
  const told = JSON.stringify(namespace);
  return resourcesOf(assembly)
    .filter(({ Type, stack }) => !Type.startsWith('AWS::CloudWatch::') && stack.region === region)
    .some(({ Properties }) => JSON.stringify(Properties).includes(told));
}

function metricFault({ namespace, name, dimensions, unit, statistic }: WatchedMetric): string | undefined {
  const given = dimensions.map((each) => each.name).sort();
  const monitor = MONITOR_METRICS.find((each) => each.namespace.test(namespace));
  if (monitor) {
    if (!monitor.names.test(name))
      return `MetricName is ${name}, which ${namespace} does not have, expected ${monitor.names.source}`;
    const missing = monitor.dimensions.filter((each) => !given.includes(each));
    return missing.length === 0
      ? undefined
      : `${namespace} ${name} has no data without the dimensions ${missing.join(', ')}`;
  }
  const facts = METRICS[namespace];
  if (!facts) return undefined;
  const fact = facts[name];
  if (!fact) return `MetricName is ${name || 'empty'}, which ${namespace} does not have`;
  if (!fact.dimensions.some((each) => [...each].sort().join() === given.join()))
    return `${namespace} ${name} has no data by [${given.join(', ')}], expected ${fact.dimensions.map((each) => `[${each.join(', ')}]`).join(' or ')}`;
  if (unit !== undefined && unit !== fact.unit) return `Unit is ${unit}, but ${name} comes in ${fact.unit}`;
  return SENSELESS[fact.kind].test(statistic)
    ? `statistic ${statistic} of ${name} says nothing, since it is a ${fact.kind}`
    : undefined;
}

/** A count says how often, a level how much at a time, a time how long; the sum of levels depends on how often one looked. */
const SENSELESS = {
  count: /^(SampleCount|Minimum|p[\d.]+|tm|tc|ts|wm|IQM|PR).*$/,
  level: /^(SampleCount|Sum)$/,
  time: /^(SampleCount|Sum)$/,
  percent: /^(SampleCount|Sum)$/,
} as const;

function dimensionFaults({ namespace, dimensions, alarm }: WatchedMetric, assembly: Assembly): string[] {
  const repeated = dimensions.map(({ name }) => name).filter((name, index, names) => names.indexOf(name) !== index);
  const wrong = dimensions.flatMap(({ name, value }) => {
    const named = NAMED[`${namespace} ${name}`];
    const found = referred(value, alarm.stack, assembly);
    if (!named || !found) return [];
    const { Type, logicalId } = found.resource;
    if (!named.types.test(Type))
      return [`dimension ${name} names ${Type} ${logicalId}, expected ${named.types.source}`];
    return named.attributes.includes(found.attribute)
      ? []
      : [`dimension ${name} is ${logicalId}.${found.attribute}, expected ${list(named.attributes).join(' or ')}`];
  });
  return [...repeated.map((name) => `dimension ${name} is there twice`), ...wrong];
}

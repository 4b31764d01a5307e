import { metricsOf } from '../alarm-metrics';
import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { list, numeric, record } from '../json';
import { referred } from '../referred';
import { resourcesOf } from '../resources-of';
import { scheduleSeconds } from '../schedule-seconds';
import { textOf } from '../text-of';

const MODES = ['breaching', 'notBreaching', 'ignore', 'missing'];

/** no data means that nothing happened, or that nobody looked. Each alarm has to say which. */
export const silenceIsJudged: Check = {
  id: 'silence-is-judged',
  rule: 'Every alarm states what missing data mean: nothing happened for what counts faults, an alarm for a heartbeat; who looks by the clock has a heartbeat (R-05, R-06)',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::CloudWatch::Alarm').flatMap(treatmentFaults),
    ...heartbeatFaults(assembly),
  ],
};

function treatmentFaults(alarm: Placed): Finding[] {
  const { TreatMissingData, ComparisonOperator } = alarm.Properties;
  if (TreatMissingData === undefined) return [about(alarm, 'TreatMissingData is not stated')];
  if (!MODES.includes(String(TreatMissingData)))
    return [about(alarm, `TreatMissingData is ${String(TreatMissingData)}, expected one of ${MODES.join(', ')}`)];
  const below = String(ComparisonOperator).startsWith('LessThan');
  if (below && TreatMissingData !== 'breaching')
    return [
      about(
        alarm,
        `rings when there is too little, yet takes silence for ${String(TreatMissingData)}, expected breaching`,
      ),
    ];
  if (!below && TreatMissingData !== 'notBreaching' && TreatMissingData !== 'ignore')
    return [
      about(
        alarm,
        `rings when there is too much, yet takes silence for ${String(TreatMissingData)}, expected notBreaching`,
      ),
    ];
  return [];
}

/** A function that runs by the clock and publishes in a namespace of ours is missed only if an alarm waits for it. */
function heartbeatFaults(assembly: Assembly): Finding[] {
  const lookouts = resourcesOf(assembly, 'AWS::Events::Rule', 'AWS::Scheduler::Schedule').flatMap(
    ({ Properties, stack }) => {
      const every = scheduleSeconds(Properties.ScheduleExpression);
      const targets = [...list(Properties.Targets), ...list(Properties.Target)];
      return every === undefined
        ? []
        : targets.map((each) => ({ every, resource: referred(record(each).Arn, stack, assembly)?.resource }));
    },
  );
  const heartbeats = resourcesOf(assembly, 'AWS::CloudWatch::Alarm').filter(isHeartbeat);
  const namespaces = new Set(
    heartbeatMetrics(resourcesOf(assembly, 'AWS::CloudWatch::Alarm'), assembly).map(({ namespace }) => namespace),
  );
  return [...namespaces].flatMap((namespace) => {
    const publishing = lookouts.filter(
      ({ resource }) => resource && environmentOf(resource, assembly).includes(namespace),
    );
    const waiting = heartbeatMetrics(heartbeats, assembly).filter((metric) => metric.namespace === namespace);
    const names = new Set(waiting.map(({ name, dimensions }) => name + JSON.stringify(dimensions)));
    if (publishing.length === 0) return [];
    const fewest = Math.min(...publishing.map(({ every }) => every));
    return [
      ...publishing
        .slice(names.size)
        .map(({ resource }) =>
          about(
            resource as Placed,
            `runs by the clock and publishes in ${namespace}, where ${names.size} alarms ring at silence for ${publishing.length} such functions`,
          ),
        ),
      ...waiting
        .filter(({ alarm, period }) => (period ?? 0) * (numeric(alarm.Properties.EvaluationPeriods) ?? 0) < fewest)
        .map(({ alarm }) =>
          about(alarm, `waits for less than the ${fewest} seconds after which the next sign of life is due`),
        ),
    ];
  });
}

function isHeartbeat({ Properties }: Placed): boolean {
  return Properties.TreatMissingData === 'breaching' && String(Properties.ComparisonOperator).startsWith('LessThan');
}

const heartbeatMetrics = (alarms: readonly Placed[], assembly: Assembly) =>
  alarms.flatMap((alarm) => metricsOf(alarm, assembly)).filter(({ namespace }) => !/^\/?aws\/|^Glue$/i.test(namespace));

function environmentOf(lambda: Placed, assembly: Assembly): string[] {
  return Object.values(record(record(lambda.Properties.Environment).Variables)).map((value) =>
    textOf(value, lambda, assembly),
  );
}

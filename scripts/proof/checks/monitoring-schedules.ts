import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { DEFINITIONS, hoursBetween } from '../facts/monitor-schedules';
import { findInEach } from '../find-in-each';
import { numeric, record, valuesAt } from '../json';
import { referencesIn, target } from '../references';
import { resourcesOf } from '../resources-of';
import { isOpen, textOf } from '../text-of';

const TYPES = Object.values(DEFINITIONS);

export const monitoringSchedules: Check = {
  id: 'monitoring-schedules',
  rule: "A monitoring schedule has a time in SageMaker's own notation and runs a definition that exists, of its own kind",
  find: findInEach(['AWS::SageMaker::MonitoringSchedule'], (schedule, assembly) => {
    const config = record(schedule.Properties.MonitoringScheduleConfig);
    const { ScheduleExpression, DataAnalysisStartTime, DataAnalysisEndTime } = record(config.ScheduleConfig);
    const { MonitoringJobDefinition, MonitoringJobDefinitionName, MonitoringType } = config;
    const expression = textOf(ScheduleExpression, schedule, assembly);
    const hours = hoursBetween(expression);
    return [
      hours === undefined &&
        !isOpen(expression) &&
        `the schedule is "${expression}", expected cron(0 * ? * * *), cron(0 H ? * * *), cron(0 H/N ? * * *) or NOW`,
      ScheduleExpression === undefined && 'it has no ScheduleExpression',
      expression === 'NOW' &&
        (DataAnalysisStartTime === undefined || DataAnalysisEndTime === undefined) &&
        'NOW needs DataAnalysisStartTime and DataAnalysisEndTime',
      (MonitoringJobDefinition === undefined) === (MonitoringJobDefinitionName === undefined) &&
        'it has to have one definition, inline or by name',
      MonitoringJobDefinition !== undefined &&
        MonitoringType !== undefined &&
        MonitoringType !== 'DataQuality' &&
        `a definition of ${MonitoringType} cannot stand inline`,
      ...(MonitoringJobDefinitionName === undefined
        ? []
        : definitionFaults(MonitoringJobDefinitionName, String(MonitoringType), hours, schedule, assembly)),
    ];
  }),
};

function definitionFaults(
  value: unknown,
  kind: string,
  hours: number | undefined,
  schedule: Placed,
  assembly: Assembly,
): readonly (string | false)[] {
  const name = textOf(value, schedule, assembly);
  const references = referencesIn(value, schedule.stack, assembly);
  const definition =
    references.map(target).find((each) => each !== undefined && TYPES.includes(each.Type)) ??
    resourcesOf(assembly, ...TYPES).find(
      (each) => name !== '' && textOf(each.Properties.JobDefinitionName, each, assembly) === name,
    );
  if (!(kind in DEFINITIONS))
    return [`MonitoringType is ${kind}, expected one of ${Object.keys(DEFINITIONS).join(', ')}`];
  if (!definition) return [`it runs the definition "${name || JSON.stringify(value)}", which no template makes`];
  const seconds = numeric(valuesAt(definition.Properties, 'StoppingCondition.MaxRuntimeInSeconds')[0]);
  // DescribeMonitoringSchedule and the quotas of Model Monitor: a run ends before the next begins; ground truth is merged
  // within the same hour. Hourly model quality has half of it.
  const most = hours === 1 ? (kind === 'ModelQuality' ? 1800 : 3600) : (hours || 24) * 3600;
  return [
    isArn(value, references[0]?.attribute) &&
      'the definition is named by its ARN: Ref gives that, the name is the part after the slash',
    definition.Type !== DEFINITIONS[kind] &&
      `MonitoringType is ${kind}, but ${definition.logicalId} is a ${definition.Type}`,
    seconds !== undefined &&
      seconds > most &&
      `a run may take ${seconds} s, expected at most ${most} before the next begins`,
  ];
}

/** `Ref` of a definition, and its ARN attribute, are no name; the part of it after the slash is. */
function isArn(value: unknown, attribute = ''): boolean {
  const [index, parts] = (record(value)['Fn::Select'] ?? []) as [unknown?, unknown?];
  const [separator] = (record(parts)['Fn::Split'] ?? []) as [unknown?];
  const isCut = separator === '/' && Number(index) === 1;
  return !isCut && (attribute === 'Ref' || /Arn$/.test(attribute));
}

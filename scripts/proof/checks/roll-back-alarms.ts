import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, list, records, valuesAt } from '../json';
import { referencesIn, target } from '../references';
import { resourcesOf } from '../resources-of';
import { isOpen, textOf } from '../text-of';

const ALARMS = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];

/** AutoRollbackConfig of SageMaker: one to ten alarms that exist when the endpoint is made. */
export const rollBackAlarms: Check = {
  id: 'roll-back-alarms',
  rule: 'The alarms that roll a version back exist before the endpoint and watch that endpoint',
  find: findInEach(['AWS::SageMaker::Endpoint'], (endpoint, assembly) => {
    const entries = records(valuesAt(endpoint.Properties, 'DeploymentConfig.AutoRollbackConfiguration.Alarms'));
    const names = entries.map(({ AlarmName }) => textOf(AlarmName, endpoint, assembly));
    const shifts = valuesAt(
      endpoint.Properties,
      'DeploymentConfig.BlueGreenUpdatePolicy.TrafficRoutingConfiguration.Type',
    );
    return [
      entries.length === 0 &&
        shifts.some((type) => type === 'CANARY' || type === 'LINEAR') &&
        'traffic shifts in steps, but no alarm would roll it back',
      isOutside(entries.length, 0, 10) && `${entries.length} alarms roll it back, expected at most 10`,
      new Set(names).size < names.length && `an alarm is named twice: ${names.join(', ')}`,
      ...entries.map(({ AlarmName }) => alarmFault(AlarmName, endpoint, assembly)),
    ];
  }),
};

function alarmFault(value: unknown, endpoint: Placed, assembly: Assembly): string | false {
  const name = textOf(value, endpoint, assembly);
  const referred = referencesIn(value, endpoint.stack, assembly).map(target);
  const alarm =
    referred.find((each) => each !== undefined && ALARMS.includes(each.Type)) ??
    resourcesOf(assembly, ...ALARMS).find((each) => textOf(each.Properties.AlarmName, each, assembly) === name);
  if (!alarm) return !isOpen(name) && `no template makes the alarm "${name}" that should roll it back`;
  const isThere = referred.includes(alarm) || list(endpoint.DependsOn).includes(alarm.logicalId);
  if (alarm.stack.id === endpoint.stack.id && !isThere)
    return `it does not depend on ${alarm.logicalId}, so the alarm may not be there yet when the endpoint is made`;
  const own = textOf(endpoint.Properties.EndpointName, endpoint, assembly);
  const watched = [
    ...records(alarm.Properties.Dimensions),
    ...records(valuesAt(alarm.Properties, 'Metrics.MetricStat.Metric.Dimensions')),
  ]
    .filter(({ Name }) => Name === 'EndpointName')
    .map(({ Value }) => textOf(Value, alarm, assembly));
  return (
    watched.length > 0 &&
    !isOpen(own) &&
    !watched.some((each) => each === own || isOpen(each)) &&
    `${alarm.logicalId} should roll "${own}" back and watches "${watched.join()}"`
  );
}

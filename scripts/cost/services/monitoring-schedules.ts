import type { Placed } from '../../proof/assembly';
import { numeric, record } from '../../proof/json';
import { everyValue } from '../../proof/json-at';
import { namedResource } from '../../proof/named-resource';
import { assumed } from '../pass-usage';
import { dividedBy, times } from '../quantity';
import { runsAMonth } from '../runs-a-month';
import type { Pricer } from './pricer';

/** The jobs that a schedule of Model Monitor starts, on the machines of its definition. */
export const monitoringSchedule: Pricer = (resource, assembly) => {
  const config = record(resource.Properties.MonitoringScheduleConfig);
  const runs = runsAMonth(String(record(config.ScheduleConfig).ScheduleExpression ?? ''));
  const type = `AWS::SageMaker::${String(config.MonitoringType)}JobDefinition`;
  const named = config.MonitoringJobDefinitionName;
  const definition =
    named === undefined ? resource : namedResource(named, resource, assembly, type, 'JobDefinitionName');
  const cluster = clusterOf(definition);
  if (!runs || !cluster)
    return [{ what: 'jobs of Model Monitor', reason: 'its schedule or its machines cannot be read' }];
  const { InstanceType, InstanceCount } = cluster;
  return [
    {
      what: `jobs of Model Monitor on ${String(InstanceType)}`,
      price: `sagemaker-instance:${String(InstanceType)}`,
      quantity: times(runs, BigInt(numeric(InstanceCount) ?? 1), dividedBy(assumed('monitorJobMinutes'), 60n)),
    },
  ];
};

function clusterOf(resource: Placed | undefined): Readonly<Record<string, unknown>> | undefined {
  const found = everyValue(resource?.Properties).find(([key]) => key === 'ClusterConfig');
  return found && record(found[1]);
}

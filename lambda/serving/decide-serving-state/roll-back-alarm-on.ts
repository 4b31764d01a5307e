import { type CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';

/** The first of the alarms that is on: SageMaker would roll back whatever is deployed under it. */
export async function rollBackAlarmOn(
  cloudWatch: CloudWatchClient,
  names: readonly string[],
): Promise<string | undefined> {
  for (const name of names) {
    const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
    if (MetricAlarms.some(({ StateValue }) => StateValue === 'ALARM')) return name;
  }
  return undefined;
}

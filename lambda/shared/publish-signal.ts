import { type CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';

/** Publishes one count to CloudWatch, for the alarm that watches it. */
export async function publishSignal(
  cloudWatch: CloudWatchClient,
  { namespace, name, count }: { readonly namespace: string; readonly name: string; readonly count: number },
): Promise<void> {
  const MetricData = [{ MetricName: name, Value: count, Unit: 'Count' as const }];
  await cloudWatch.send(new PutMetricDataCommand({ Namespace: namespace, MetricData }));
}

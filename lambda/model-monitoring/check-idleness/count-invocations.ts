import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';

const PERIOD_SECONDS = 300;
/** An event is not handed on when it is older; what was asked after it counts too, so that a late one parks nothing that is in use. */
const OLDEST_EVENT_MILLISECONDS = 24 * 3_600_000;

export interface Counted {
  readonly endpoint: string;
  readonly variant: string;
  readonly from: Date;
  /** When the count was asked for. */
  readonly time: Date;
}

/** How often an endpoint was asked from a time on: never fewer, and up to a period's more, which CloudWatch begins early. */
export async function countInvocations(
  cloudWatch: CloudWatchClient,
  { endpoint, variant, from, time }: Counted,
): Promise<number> {
  const { Datapoints = [] } = await cloudWatch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/SageMaker',
      MetricName: 'Invocations',
      Dimensions: [
        { Name: 'EndpointName', Value: endpoint },
        { Name: 'VariantName', Value: variant },
      ],
      Statistics: ['Sum'],
      Period: PERIOD_SECONDS,
      StartTime: from,
      EndTime: new Date(time.getTime() + OLDEST_EVENT_MILLISECONDS),
    }),
  );
  return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
}

import type { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { VARIANT } from './endpoint-names';

/** One of the signals that SageMaker publishes about an endpoint's one variant; times are in microseconds. */
export function endpointSignal(EndpointName: string, metricName: string, statistic: string, period: Duration): Metric {
  const dimensionsMap = { EndpointName, VariantName: VARIANT };
  return new Metric({ namespace: 'AWS/SageMaker', metricName, dimensionsMap, statistic, period });
}

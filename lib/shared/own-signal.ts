import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { PhaseStack } from './phase-stack';

/** A number that one of our handlers publishes, without dimensions, in the namespace that the environment has to itself. */
export class OwnSignal {
  public readonly namespace: string;

  public constructor(
    scope: Construct,
    private readonly name: string,
  ) {
    this.namespace = PhaseStack.of(scope).fixedName();
  }

  /** Lets `grantee` publish in the namespace; PutMetricData knows no resource, so the namespace confines it. */
  public grantPublish(grantee: IGrantable): Grant {
    const actions = ['cloudwatch:PutMetricData'];
    const conditions = { StringEquals: { 'cloudwatch:namespace': this.namespace } };
    return Grant.addToPrincipal({ grantee, actions, resourceArns: ['*'], conditions });
  }

  /** How many there were in five minutes; or another statistic over another period. */
  public metric(options: { readonly statistic?: string; readonly period?: Duration } = {}): IMetric {
    const { statistic = 'Sum', period = Duration.minutes(5) } = options;
    return new Metric({ namespace: this.namespace, metricName: this.name, statistic, period });
  }
}

import { Stack } from 'aws-cdk-lib';
import { CfnAnomalyMonitor, CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce';
import { Construct } from 'constructs';
import type { OperatorsTopic } from '../foundation/operators-topic';
import { PhaseStack } from '../shared/phase-stack';

export interface CostAnomaliesProps {
  /** Anomalies that cost less are told to nobody. */
  readonly leastDollars: number;
  readonly operators: OperatorsTopic;
}

/**
 * Tells the operators at once when the project suddenly costs more than its past explains. A monitor takes one tag, so it
 * watches the project and not the environment alone.
 */
export class CostAnomalies extends Construct {
  public constructor(scope: Construct, id: string, { leastDollars, operators }: CostAnomaliesProps) {
    super(scope, id);
    const stack = PhaseStack.of(this);
    const key = 'ml:project';
    const monitor = new CfnAnomalyMonitor(this, 'Monitor', {
      monitorName: stack.fixedName('costs'),
      // Not DIMENSIONAL: an account has one of those a dimension, and often has it already.
      monitorType: 'CUSTOM',
      monitorSpecification: Stack.of(this).toJsonString({ Tags: { Key: key, Values: [stack.costTags[key]] } }),
    });
    operators.admitPublisher('costalerts.amazonaws.com');
    new CfnAnomalySubscription(this, 'Subscription', {
      subscriptionName: stack.fixedName('costs'),
      // Topics take nothing but single anomalies, as soon as they are found.
      frequency: 'IMMEDIATE',
      monitorArnList: [monitor.attrMonitorArn],
      subscribers: [{ type: 'SNS', address: operators.topicArn }],
      thresholdExpression: Stack.of(this).toJsonString({
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: [String(leastDollars)],
        },
      }),
    });
  }
}

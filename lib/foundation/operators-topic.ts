import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import type { DataKey } from './data-key';

/** Services whose messages operators want: alarms and events of this account. */
const PUBLISHERS = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'] as const;

/** Reaches the people who operate the lifecycle; encrypted, and open only to AWS's own notifiers in this account. */
export class OperatorsTopic extends Topic {
  public constructor(scope: Construct, id: string, { key }: { readonly key: DataKey }) {
    super(scope, id, { masterKey: key, enforceSSL: true, displayName: 'ML lifecycle operators' });
    for (const service of PUBLISHERS) {
      key.admitPublisher(service);
      this.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(service)],
          actions: ['sns:Publish'],
          resources: [this.topicArn],
          conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
        }),
      );
    }
    const { operatorsEmail } = PhaseStack.of(this).lifecycle.config;
    if (operatorsEmail) this.addSubscription(new EmailSubscription(operatorsEmail));
  }
}

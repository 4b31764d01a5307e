import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import type { DataKey } from './data-key';

/**
 * Services whose messages operators want. Alarms of this account only; EventBridge sends no source account with what it
 * publishes to an encrypted topic, so a condition would silence it.
 */
const PUBLISHERS = [
  { service: 'cloudwatch.amazonaws.com', conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } } },
  { service: 'events.amazonaws.com', conditions: {} },
] as const;

/** Reaches the people who operate the lifecycle; encrypted, and open only to AWS's own notifiers in this account. */
export class OperatorsTopic extends Topic {
  public constructor(scope: Construct, id: string, { key }: { readonly key: DataKey }) {
    super(scope, id, { masterKey: key, enforceSSL: true, displayName: 'ML lifecycle operators' });
    for (const { service, conditions } of PUBLISHERS) {
      const publisher = new ServicePrincipal(service, { conditions });
      key.admitPublisher(publisher);
      this.addToResourcePolicy(
        new PolicyStatement({
          principals: [publisher],
          actions: ['sns:Publish'],
          resources: [this.topicArn],
        }),
      );
    }
    const { operatorsEmail } = PhaseStack.of(this).lifecycle.config;
    if (operatorsEmail) this.addSubscription(new EmailSubscription(operatorsEmail));
  }
}

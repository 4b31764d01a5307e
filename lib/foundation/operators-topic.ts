import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import type { DataKey } from './data-key';

/** Reaches the people who operate the lifecycle; encrypted, and open only to this account's alarms and to whom it is granted. */
export class OperatorsTopic extends Topic {
  private readonly key: DataKey;

  public constructor(scope: Construct, id: string, { key }: { readonly key: DataKey }) {
    super(scope, id, { masterKey: key, enforceSSL: true, displayName: 'ML lifecycle operators' });
    this.key = key;
    this.admitPublisher('cloudwatch.amazonaws.com');
    const { operatorsEmail } = PhaseStack.of(this).lifecycle.config;
    if (operatorsEmail) this.addSubscription(new EmailSubscription(operatorsEmail));
  }

  /** Lets an AWS service tell the operators something of this account: through the topic, and through its key. */
  public admitPublisher(service: string): void {
    const publisher = new ServicePrincipal(service, {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    });
    this.key.admitPublisher(publisher);
    this.addToResourcePolicy(
      new PolicyStatement({ principals: [publisher], actions: ['sns:Publish'], resources: [this.topicArn] }),
    );
  }
}

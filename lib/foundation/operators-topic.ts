import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import type { DataKey } from './data-key';

/** Reaches the people who operate the lifecycle; encrypted, and open only to this account's alarms and to whom it is granted. */
export class OperatorsTopic extends Topic {
  public constructor(scope: Construct, id: string, { key }: { readonly key: DataKey }) {
    super(scope, id, { masterKey: key, enforceSSL: true, displayName: 'ML lifecycle operators' });
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    });
    key.admitPublisher(alarms);
    this.addToResourcePolicy(
      new PolicyStatement({ principals: [alarms], actions: ['sns:Publish'], resources: [this.topicArn] }),
    );
    const { operatorsEmail } = PhaseStack.of(this).lifecycle.config;
    if (operatorsEmail) this.addSubscription(new EmailSubscription(operatorsEmail));
  }
}

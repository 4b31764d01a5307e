import { ArnFormat, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { EXECUTION_LOGS } from '../shared/phase-log-group';
import { PhaseStack } from '../shared/phase-stack';

/** The one key of the project's data: one, because each costs a dollar a month. Rotated every year. */
export class DataKey extends Key {
  public constructor(scope: Construct, id: string) {
    const stack = PhaseStack.of(scope);
    super(scope, id, {
      alias: stack.fixedName('data'),
      description: `Encrypts the data of ${stack.fixedName()}`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
      removalPolicy: stack.lifecycle.config.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** Lets an AWS service send to an encrypted topic; on `alias/aws/sns` no alarm is ever delivered. */
  public admitPublisher(service: ServicePrincipal): void {
    this.grant(service, 'kms:Decrypt', 'kms:GenerateDataKey*');
  }

  /** Lets CloudWatch Logs encrypt this environment's log groups; by pattern, since later phases must not be named here. */
  public admitLogs(): void {
    const stack = PhaseStack.of(this);
    const groups = [stack.fixedName('*'), `${EXECUTION_LOGS}*`].map((resourceName) =>
      stack.formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${stack.lifecycle.config.region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringLike: { 'kms:EncryptionContext:aws:logs:arn': groups } },
      }),
    );
  }
}

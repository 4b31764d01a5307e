import { Aws } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** A role that one AWS service may assume, and only on behalf of this account (no confused deputy). */
export class ServiceRole extends Role {
  public constructor(scope: Construct, id: string, service: string, description: string) {
    super(scope, id, {
      assumedBy: new ServicePrincipal(service, {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      description,
    });
  }
}

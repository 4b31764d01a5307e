import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { PhaseStack } from './phase-stack';

/** A log group that forgets after the environment's retention and goes with its stack unless data is retained. */
export class PhaseLogGroup extends LogGroup {
  public constructor(scope: Construct, id: string, { logGroupName }: { readonly logGroupName?: string } = {}) {
    const { logRetentionDays, retainData } = PhaseStack.of(scope).lifecycle.config;
    super(scope, id, {
      logGroupName,
      retention: logRetentionDays,
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { PhaseStack } from './phase-stack';

/** How API Gateway begins the names of the groups for its own logs, which nobody can choose. */
export const EXECUTION_LOGS = 'API-Gateway-Execution-Logs_';

/** A log group under the project's key that forgets after the environment's retention and goes with its stack unless data is retained. */
export class PhaseLogGroup extends LogGroup {
  public constructor(scope: Construct, id: string, { logGroupName }: { readonly logGroupName?: string } = {}) {
    const { config, logKey } = PhaseStack.of(scope).lifecycle;
    const { logRetentionDays, retainData } = config;
    super(scope, id, {
      logGroupName,
      encryptionKey: logKey,
      retention: logRetentionDays,
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as CdkFunction, Code, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { PhaseLogGroup } from './phase-log-group';
import { PhaseStack } from './phase-stack';

export interface LambdaFunctionProps {
  /** The handler's folder below `lambda`, for example `training/start-training`. */
  readonly handler: string;
  readonly description: string;
  /** @default - none */
  readonly environment?: Record<string, string>;
  /** @default 30 seconds */
  readonly timeout?: Duration;
  /** @default 256 */
  readonly memoryMegabytes?: number;
  /** Receives events that an asynchronous caller could not deliver in three tries. @default - only synchronous callers */
  readonly onFailure?: IQueue;
}

/** A handler with our defaults: its own bundle and log group, arm64, newest runtime, traced, failures kept. */
export class LambdaFunction extends CdkFunction {
  public constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    // No condition on the source account: Lambda sends none when it assumes a role, and could not create the function.
    const assumedBy = new ServicePrincipal('lambda.amazonaws.com');
    const role = new Role(scope, `${id}Role`, { assumedBy, description: props.description });
    const logGroup = new PhaseLogGroup(scope, `${id}Logs`);
    // Its own log group and nothing else: the managed basic policy opens all of the account's.
    logGroup.grantWrite(role);
    super(scope, id, {
      role,
      code: Code.fromAsset(join(PhaseStack.of(scope).lifecycle.lambdaBundles, props.handler)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      description: props.description,
      environment: { ...props.environment },
      timeout: props.timeout ?? Duration.seconds(30),
      memorySize: props.memoryMegabytes ?? 256,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      ...(props.onFailure && { onFailure: new SqsDestination(props.onFailure), retryAttempts: 2 }),
    });
  }
}

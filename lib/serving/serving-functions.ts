import { type ArnComponents, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Environment as CheckEnvironment } from '../../lambda/serving/check-serving-state/environment';
import type { Environment as CleanUpEnvironment } from '../../lambda/serving/clean-up-serving/environment';
import type { Environment as DecideEnvironment } from '../../lambda/serving/decide-serving-state/environment';
import type { ModelRegistry } from '../model-registry/model-registry';
import { LambdaFunction } from '../shared/lambda-function';
import { PhaseStack } from '../shared/phase-stack';
import type { ModelStorage } from '../training/model-storage';
import { endpointNames, rollBackAlarmNames } from './endpoint-names';
import { grantSeeRollBackAlarms } from './grant-see-roll-back-alarms';

export interface ServingFunctionsProps {
  /** Name of the serving stack. */
  readonly servingStack: string;
  readonly registry: ModelRegistry;
  readonly models: ModelStorage;
  /** How long a run waits for the stack. */
  readonly patience: Duration;
}

/** Decide, check and clean up for `apply-serving-state`. None of them can update the stack, and only the last deletes. */
export class ServingFunctions extends Construct {
  public readonly decide: IFunction;
  public readonly check: IFunction;
  public readonly cleanUp: IFunction;
  private readonly endpoints = Object.values(endpointNames(PhaseStack.of(this).lifecycle.config));

  public constructor(scope: Construct, id: string, props: ServingFunctionsProps) {
    super(scope, id);
    this.decide = this.decideServingState(props);
    this.check = this.checkServingState(props);
    this.cleanUp = this.cleanUpServing(props);
  }

  private decideServingState({ servingStack, registry, models, patience }: ServingFunctionsProps): LambdaFunction {
    const failedVersions = this.failedVersions();
    const decide = new LambdaFunction(this, 'DecideServingState', {
      handler: 'serving/decide-serving-state',
      description: 'Decides which version shall serve, and whether in real time',
      environment: {
        SERVING_STACK: servingStack,
        MODEL_PACKAGE_GROUP_NAME: registry.groupName,
        FAILED_VERSIONS_TABLE: failedVersions.tableName,
        ROLL_BACK_ALARMS: Object.values(rollBackAlarmNames(PhaseStack.of(this).lifecycle.config)).join(','),
        PATIENCE_HOURS: String(patience.toHours()),
      } satisfies DecideEnvironment,
      // It reads whole artifacts, to see that they are unchanged.
      timeout: Duration.minutes(5),
      memoryMegabytes: 512,
    });
    this.allowStack(decide, servingStack, 'DescribeStacks');
    registry.grantList(decide);
    registry.grantDescribe(decide);
    models.grantRead(decide);
    grantSeeRollBackAlarms(decide);
    failedVersions.grant(decide, 'dynamodb:Scan', 'dynamodb:PutItem', 'dynamodb:DeleteItem');
    return decide;
  }

  private checkServingState({ servingStack, registry, models, patience }: ServingFunctionsProps): LambdaFunction {
    const check = new LambdaFunction(this, 'CheckServingState', {
      handler: 'serving/check-serving-state',
      description: 'Looks whether the serving stack and its endpoints do what was decided',
      environment: {
        ...this.environment(servingStack),
        PATIENCE_HOURS: String(patience.toHours()),
      } satisfies CheckEnvironment,
      // An endpoint that was idle takes its time for the first answer.
      timeout: Duration.minutes(5),
    });
    this.allowStack(check, servingStack, 'DescribeStacks', 'DescribeStackResources', 'DescribeStackEvents');
    this.allow(check, ['DescribeEndpoint', 'InvokeEndpoint'], 'endpoint', this.endpoints);
    registry.grantDescribe(check);
    models.grantRead(check);
    return check;
  }

  private cleanUpServing({ servingStack }: ServingFunctionsProps): LambdaFunction {
    const cleanUp = new LambdaFunction(this, 'CleanUpServing', {
      handler: 'serving/clean-up-serving',
      description: 'Deletes models and endpoint configurations that replacements left',
      environment: this.environment(servingStack) satisfies CleanUpEnvironment,
      timeout: Duration.minutes(5),
    });
    this.allowStack(cleanUp, servingStack, 'DescribeStacks', 'DescribeStackResources', 'DescribeStackEvents');
    this.allow(cleanUp, ['DescribeEndpoint'], 'endpoint', this.endpoints);
    // CloudFormation makes up the names.
    this.allow(cleanUp, ['DescribeEndpointConfig', 'DeleteEndpointConfig'], 'endpoint-config', ['*']);
    this.allow(cleanUp, ['DeleteModel'], 'model', ['*']);
    return cleanUp;
  }

  /** Versions that were tried and did not serve; a line each. */
  private failedVersions(): TableV2 {
    const { retainData } = PhaseStack.of(this).lifecycle.config;
    return new TableV2(this, 'FailedVersions', {
      partitionKey: { name: 'version', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: retainData },
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  private environment(servingStack: string) {
    const { realTime, serverless } = endpointNames(PhaseStack.of(this).lifecycle.config);
    return { SERVING_STACK: servingStack, REAL_TIME_ENDPOINT: realTime, SERVERLESS_ENDPOINT: serverless };
  }

  private allowStack(grantee: LambdaFunction, servingStack: string, ...actions: string[]): void {
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: actions.map((action) => `cloudformation:${action}`),
        resources: [this.arn({ service: 'cloudformation', resource: 'stack', resourceName: `${servingStack}/*` })],
      }),
    );
  }

  private allow(grantee: LambdaFunction, actions: string[], resource: string, names: readonly string[]): void {
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: actions.map((action) => `sagemaker:${action}`),
        resources: names.map((resourceName) => this.arn({ service: 'sagemaker', resource, resourceName })),
      }),
    );
  }

  private arn(components: ArnComponents): string {
    return Stack.of(this).formatArn(components);
  }
}

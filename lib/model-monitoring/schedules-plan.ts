import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, type ITableV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Environment } from '../../lambda/model-monitoring/plan-schedules/environment';
import { stackName } from '../config/stacks';
import type { LakeZone } from '../data-lake/lake-zone';
import type { ModelRegistry } from '../model-registry/model-registry';
import { endpointNames } from '../serving/endpoint-names';
import { LambdaFunction } from '../shared/lambda-function';
import { PhaseStack } from '../shared/phase-stack';
import { grantDescribeUpdates } from '../shared/stack-update';
import type { ModelStorage } from '../training/model-storage';
import { shadowEndpointPrefix } from './monitoring-access';

export interface SchedulesPlanProps {
  /** Where the plan leaves what Clarify is told about explaining. */
  readonly explainability: LakeZone;
  readonly models: ModelStorage;
  readonly registry: ModelRegistry;
}

/** A stack's update takes minutes; other runs, promotions and deployments may come before. */
const PATIENCE = Duration.hours(4);

/** Knows what the schedules should be, and whether this account has refused them; changes nothing itself. */
export class SchedulesPlan extends Construct {
  /** A run that asks it step by step has ended after so long: out of patience it is told to give up, an hour is to spare. */
  public readonly longestUpdate = PATIENCE.plus(Duration.hours(1));
  public readonly planSchedules: IFunction;
  /** One item a stack: why SageMaker refused it. */
  public readonly refusals: ITableV2;

  public constructor(scope: Construct, id: string, props: SchedulesPlanProps) {
    super(scope, id);
    const { config } = PhaseStack.of(this).lifecycle;
    const { realTime } = endpointNames(config);
    this.refusals = new TableV2(this, 'Refusals', {
      partitionKey: { name: 'stack', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: config.retainData },
      removalPolicy: config.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const planSchedules = new LambdaFunction(this, 'PlanSchedules', {
      handler: 'model-monitoring/plan-schedules',
      description: 'Decides what the schedules of Model Monitor should be',
      environment: {
        SERVING_STACK: stackName(config, 'serving'),
        SCHEDULES_STACK: stackName(config, 'monitor-schedules'),
        REFUSALS_TABLE: this.refusals.tableName,
        REAL_TIME_ENDPOINT: realTime,
        EXPLAINABILITY_URI: props.explainability.uri,
        SHADOW_ENDPOINT_PREFIX: shadowEndpointPrefix(this),
        SHADOW_ENDPOINT_INSTANCE_TYPE: config.serving.realTime.instanceType,
        PATIENCE_HOURS: String(PATIENCE.toHours()),
      } satisfies Environment,
      timeout: Duration.minutes(1),
    });
    this.planSchedules = planSchedules;
    for (const stack of ['serving', 'monitor-schedules'] as const) grantDescribeUpdates(this, stack, planSchedules);
    this.refusals.grant(planSchedules, 'dynamodb:GetItem');
    props.registry.grantDescribe(planSchedules);
    props.models.grantRead(planSchedules);
    props.explainability.grantWrite(planSchedules);
    this.grantDescribeEndpoint(planSchedules, realTime);
  }

  private grantDescribeEndpoint(planSchedules: LambdaFunction, endpoint: string): void {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'sagemaker', resource, resourceName });
    // CloudFormation names the endpoint's configuration.
    for (const [action, resource] of [
      ['sagemaker:DescribeEndpoint', arn('endpoint', endpoint)],
      ['sagemaker:DescribeEndpointConfig', arn('endpoint-config', '*')],
    ] as const)
      planSchedules.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
  }
}

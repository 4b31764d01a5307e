import { Arn, ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Environment as RecordOutcomes } from '../../lambda/serving/record-outcomes/environment';
import type { Environment as ServePredictions } from '../../lambda/serving/serve-predictions/environment';
import { stackName } from '../config/stacks';
import type { FeatureGroup } from '../feature-store/feature-group';
import type { ModelRegistry } from '../model-registry/model-registry';
import { LambdaFunction } from '../shared/lambda-function';
import { PhaseStack } from '../shared/phase-stack';
import { endpointNames } from './endpoint-names';
import type { PredictionLogStreams } from './prediction-log-streams';

export interface PredictionFunctionsProps {
  readonly featureGroup: FeatureGroup;
  readonly registry: ModelRegistry;
  readonly logs: PredictionLogStreams;
}

/** Below the 29 seconds after which API Gateway answers by itself. */
const TIMEOUT = Duration.seconds(28);

/** What answers the API: one function a method, each with the grants of its work and no others. */
export class PredictionFunctions extends Construct {
  public readonly servePredictions: LambdaFunction;
  public readonly recordOutcomes: LambdaFunction;

  public constructor(scope: Construct, id: string, { featureGroup, registry, logs }: PredictionFunctionsProps) {
    super(scope, id);
    const { config } = PhaseStack.of(this).lifecycle;
    const servingStack = stackName(config, 'serving');
    const endpoints = endpointNames(config);
    this.servePredictions = new LambdaFunction(this, 'ServePredictions', {
      handler: 'serving/serve-predictions',
      description: 'Answers with predictions and logs them',
      environment: {
        FEATURE_GROUP_NAME: featureGroup.groupName,
        SERVING_STACK: servingStack,
        REAL_TIME_ENDPOINT: endpoints.realTime,
        SERVERLESS_ENDPOINT: endpoints.serverless,
        PREDICTION_STREAM: logs.predictionStreamName,
      } satisfies ServePredictions,
      timeout: TIMEOUT,
      // Computing power comes with memory, and a caller waits: for the first start, and for a hundred signed requests.
      memoryMegabytes: 1024,
    });
    featureGroup.grantRead(this.servePredictions);
    registry.grantDescribe(this.servePredictions);
    logs.grantLogPredictions(this.servePredictions);
    this.grantSeeServingStack(servingStack);
    this.grantInvokeEndpoints(Object.values(endpoints));

    this.recordOutcomes = new LambdaFunction(this, 'RecordOutcomes', {
      handler: 'serving/record-outcomes',
      description: 'Logs what became of predictions',
      environment: { OUTCOME_STREAM: logs.outcomeStreamName } satisfies RecordOutcomes,
      timeout: TIMEOUT,
    });
    logs.grantLogOutcomes(this.recordOutcomes);
  }

  /** By name: nothing of the Serving stack is imported, since an import would block every promotion. */
  private grantSeeServingStack(name: string): void {
    const parts = { service: 'cloudformation', resource: 'stack', resourceName: `${name}/*` };
    Grant.addToPrincipal({
      grantee: this.servePredictions,
      actions: ['cloudformation:DescribeStacks'],
      resourceArns: [Arn.format({ ...parts, arnFormat: ArnFormat.SLASH_RESOURCE_NAME }, Stack.of(this))],
    });
  }

  private grantInvokeEndpoints(names: readonly string[]): void {
    Grant.addToPrincipal({
      grantee: this.servePredictions,
      actions: ['sagemaker:InvokeEndpoint'],
      resourceArns: names.map((resourceName) =>
        Arn.format({ service: 'sagemaker', resource: 'endpoint', resourceName }, Stack.of(this)),
      ),
    });
  }
}

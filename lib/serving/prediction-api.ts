import { type CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  type JsonSchema,
  LambdaIntegration,
  LogGroupLogDestination,
  type Method,
  MethodLoggingLevel,
  RequestValidator,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { LakeStorage } from '../data-lake/lake-storage';
import type { FeatureGroup } from '../feature-store/feature-group';
import type { ModelRegistry } from '../model-registry/model-registry';
import { EXECUTION_LOGS, PhaseLogGroup } from '../shared/phase-log-group';
import { PhaseStack } from '../shared/phase-stack';
import { PredictionFunctions } from './prediction-functions';
import { PredictionLogStreams } from './prediction-log-streams';
import { PREDICTION_URL_OUTPUT } from './prediction-url';
import { outcomesSchema, predictionsSchema } from './request-schemas';

export interface PredictionApiProps {
  readonly key: IKey;
  readonly storage: LakeStorage;
  readonly featureGroup: FeatureGroup;
  readonly registry: ModelRegistry;
}

const STAGE = 'v1';

/**
 * The model's door: `POST /predictions` answers for record ids with features from the store, `POST /outcomes` takes what
 * became of predictions. Both for signed requests of principals that were let in, in bounded number, logged without
 * their bodies.
 */
export class PredictionApi extends Construct {
  public readonly logs: PredictionLogStreams;
  private readonly api: RestApi;
  private readonly methods: readonly Method[];

  public constructor(scope: Construct, id: string, { key, storage, featureGroup, registry }: PredictionApiProps) {
    super(scope, id);
    const { target } = PhaseStack.of(this).lifecycle.dataset;
    this.logs = new PredictionLogStreams(this, 'Logs', { storage, key });
    const functions = new PredictionFunctions(this, 'Functions', { featureGroup, registry, logs: this.logs });
    this.api = this.restApi();
    this.keepExecutionLogs();
    const validator = new RequestValidator(this, 'BodyValidator', { restApi: this.api, validateRequestBody: true });
    this.methods = [
      this.post('predictions', functions.servePredictions, predictionsSchema(), validator),
      this.post('outcomes', functions.recordOutcomes, outcomesSchema(target), validator),
    ];
    (this.api.node.findChild('Endpoint') as CfnOutput).overrideLogicalId(PREDICTION_URL_OUTPUT);
  }

  /** Lets `grantee` ask for predictions and tell outcomes. */
  public grantInvoke(grantee: IGrantable): void {
    for (const method of this.methods) method.grantExecute(grantee);
  }

  /** Requests that were right and got no answer. */
  public metricServerErrors(): IMetric {
    return this.api.deploymentStage.metricServerError({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  /** Requests, and those that were refused or failed. */
  public metricsRequests(): IMetric[] {
    const stage = this.api.deploymentStage;
    const how = { statistic: 'Sum', period: Duration.minutes(5) };
    return [stage.metricCount(how), stage.metricClientError(how), stage.metricServerError(how)];
  }

  /** How long callers wait, in milliseconds: half of them, and the slowest in a hundred. */
  public metricsLatency(): IMetric[] {
    const stage = this.api.deploymentStage;
    return ['p50', 'p99'].map((statistic) => stage.metricLatency({ statistic, period: Duration.minutes(5) }));
  }

  private restApi(): RestApi {
    const stack = PhaseStack.of(this);
    const { requestsPerSecond, burst } = stack.lifecycle.config.serving.api;
    return new RestApi(this, 'Api', {
      // Fixed, because signals go by it; a change renames the API and replaces nothing.
      restApiName: stack.fixedName('prediction'),
      description: 'Predictions of the model in service, and what became of them',
      endpointTypes: [EndpointType.REGIONAL],
      // Without the account's log role a fresh account refuses the stage. It is the whole account's: it outlives the stack.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      defaultMethodOptions: { authorizationType: AuthorizationType.IAM },
      deployOptions: {
        stageName: STAGE,
        throttlingRateLimit: requestsPerSecond,
        throttlingBurstLimit: burst,
        tracingEnabled: true,
        // Errors only and no data: bodies name people's records.
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        accessLogDestination: new LogGroupLogDestination(new PhaseLogGroup(this, 'AccessLogs')),
        accessLogFormat: AccessLogFormat.jsonWithStandardFields(),
      },
    });
  }

  /** API Gateway would make this group itself, for ever, and leave it behind. */
  private keepExecutionLogs(): void {
    const logGroupName = `${EXECUTION_LOGS}${this.api.restApiId}/${STAGE}`;
    this.api.deploymentStage.node.addDependency(new PhaseLogGroup(this, 'ExecutionLogs', { logGroupName }));
  }

  private post(path: string, handler: IFunction, schema: JsonSchema, requestValidator: RequestValidator): Method {
    const model = this.api.addModel(schema.title ?? path, { contentType: 'application/json', schema });
    const integration = new LambdaIntegration(handler, { allowTestInvoke: false });
    return this.api.root
      .addResource(path)
      .addMethod('POST', integration, { requestModels: { 'application/json': model }, requestValidator });
  }
}

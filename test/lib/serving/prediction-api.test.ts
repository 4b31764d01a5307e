import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { outcomeRequest } from '../../../lambda/serving/record-outcomes/outcome-request';
import { newInferenceId } from '../../../lambda/serving/serve-predictions/build-predictions';
import { handlerBundles } from '../../../lib/config/bundle-handlers';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { mlLifecycle } from '../../../lib/ml-lifecycle';
import { PREDICTION_URL_OUTPUT } from '../../../lib/serving/prediction-url';
import { DATASETS } from '../../datasets';
import { resources, SYNTHESIZED } from '../../synthesized';

interface OutcomesSchema {
  readonly properties: { outcomes: { items: { properties: Record<string, object> } } };
}

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const all = resources(templates).filter(({ stack }) => stack === 'prediction');
  const ofType = (type: string) => all.filter(({ Type }) => Type === type);
  const properties = (type: string) => ofType(type).map(({ Properties }) => Properties);
  const text = (value: unknown) => JSON.stringify(value);
  const policyOf = (name: string) =>
    properties('AWS::IAM::Policy')
      .filter(({ Roles }) => text(Roles).includes(name))
      .map(text)
      .join();

  test('every method asks for a signed request and checks the body against its model', () => {
    const methods = properties('AWS::ApiGateway::Method');
    expect(methods).toHaveLength(2);
    for (const { AuthorizationType, RequestValidatorId, RequestModels, HttpMethod } of methods) {
      expect([HttpMethod, AuthorizationType]).toEqual(['POST', 'AWS_IAM']);
      expect(RequestValidatorId).toBeDefined();
      expect(RequestModels).toEqual({ 'application/json': { Ref: expect.any(String) } });
    }
    expect(properties('AWS::ApiGateway::RequestValidator')).toMatchObject([{ ValidateRequestBody: true }]);
  });

  test('a body holds nothing that its model does not name, and no more than a request may', () => {
    const schemas = properties('AWS::ApiGateway::Model').map(({ Schema }) => Schema) as Record<string, unknown>[];
    expect(schemas.map(({ title }) => title)).toEqual(['Predictions', 'Outcomes']);
    for (const schema of schemas) expect(schema).toMatchObject({ additionalProperties: false });
    expect(schemas[0]).toMatchObject({
      required: ['recordIds'],
      properties: { recordIds: { minItems: 1, maxItems: 100, items: { type: 'string', maxLength: 256 } } },
    });
    expect(schemas[1]).toMatchObject({ properties: { outcomes: { items: { additionalProperties: false } } } });
  });

  test('an inference id may be as long as those that are handed out, for the API as for the handler', () => {
    const schemas = properties('AWS::ApiGateway::Model').map(({ Schema }) => Schema);
    const { inferenceId } = (schemas[1] as OutcomesSchema).properties.outcomes.items.properties;
    const id = newInferenceId(0, '6a1f0f0e-7a55-4c1c-9d2b-0a4f5d6c7b8a');
    expect(inferenceId).toEqual({ type: 'string', minLength: id.length, maxLength: id.length });
    const { success } = outcomeRequest({ name: 'churned', positive: 'yes', negative: 'no' }).safeParse({
      outcomes: [{ inferenceId: id, actual: 'yes' }],
    });
    expect(success).toBe(true);
  });

  test('the stage throttles, traces and logs accesses without bodies', () => {
    const [{ MethodSettings, AccessLogSetting, TracingEnabled } = {}] = properties('AWS::ApiGateway::Stage');
    expect(MethodSettings).toEqual([
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        LoggingLevel: 'ERROR',
        DataTraceEnabled: false,
        ThrottlingRateLimit: config.serving.api.requestsPerSecond,
        ThrottlingBurstLimit: config.serving.api.burst,
      },
    ]);
    expect(TracingEnabled).toBe(true);
    expect((AccessLogSetting as { Format: string }).Format).not.toMatch(/body|authorizer/i);
  });

  test('the account’s log role outlives the stack, and the stage waits for it and for its own log group', () => {
    const [account] = ofType('AWS::ApiGateway::Account');
    const [stage] = ofType('AWS::ApiGateway::Stage');
    const [role] = ofType('AWS::IAM::Role').filter(({ logicalId }) => logicalId.includes('CloudWatchRole'));
    expect([account, role].map((each) => [each?.DeletionPolicy, each?.UpdateReplacePolicy])).toEqual(
      Array(2).fill(['Retain', 'Retain']),
    );
    const [execution] = ofType('AWS::Logs::LogGroup').filter(({ Properties }) =>
      text(Properties.LogGroupName ?? '').includes('API-Gateway-Execution-Logs_'),
    );
    expect(text(execution?.Properties.LogGroupName)).toContain('/v1"');
    expect(stage?.Properties.StageName).toBe('v1');
    expect(stage?.DependsOn).toEqual(expect.arrayContaining([account?.logicalId, execution?.logicalId]));
  });

  test('the stack says the API’s URL, and that alone', () => {
    const { Outputs } = templates.prediction as unknown as { Outputs: Record<string, object> };
    expect(Object.keys(Outputs).filter((name) => /Url|Endpoint/.test(name))).toEqual([PREDICTION_URL_OUTPUT]);
    expect(text(Outputs[PREDICTION_URL_OUTPUT])).toMatch(/https:.*execute-api/);
  });

  test('the API is regional, and its name is the one that signals go by', () => {
    expect(properties('AWS::ApiGateway::RestApi')).toMatchObject([
      { Name: `ml-lifecycle-${config.environment}-prediction`, EndpointConfiguration: { Types: ['REGIONAL'] } },
    ]);
  });

  test('both logs are written by hour within a minute, and what cannot be delivered stays outside of their zones', () => {
    const destinations = properties('AWS::KinesisFirehose::DeliveryStream').map(
      ({ ExtendedS3DestinationConfiguration }) => ExtendedS3DestinationConfiguration,
    );
    expect(destinations).toMatchObject(
      ['predictions', 'outcomes'].map((zone) => ({
        Prefix: `${zone}/churn/!{timestamp:yyyy/MM/dd/HH}/`,
        ErrorOutputPrefix: `failed-${zone}/churn/!{firehose:error-output-type}/`,
        BufferingHints: { IntervalInSeconds: 60 },
        CompressionFormat: 'UNCOMPRESSED',
        ProcessingConfiguration: { Processors: [{ Type: 'AppendDelimiterToRecord' }] },
      })),
    );
  });

  test('the functions may do their work and nothing else', () => {
    const actions = (name: string) =>
      [...new Set(policyOf(name).match(/"(sagemaker|cloudformation|firehose|s3|kms):[A-Za-z*]+"/g))].sort();
    expect(actions('ServePredictions')).toEqual([
      '"cloudformation:DescribeStacks"',
      '"firehose:PutRecordBatch"',
      '"kms:Decrypt"',
      '"sagemaker:BatchGetRecord"',
      '"sagemaker:DescribeModelPackage"',
      '"sagemaker:InvokeEndpoint"',
    ]);
    expect(actions('RecordOutcomes')).toEqual(['"firehose:PutRecordBatch"']);
    expect(policyOf('ServePredictions')).toContain(`:stack/ml-lifecycle-${config.environment}-serving/*`);
  });

  test('nothing is imported from the Serving stack: an import would block every promotion', () => {
    expect(text(all)).not.toContain(`ml-lifecycle-${config.environment}-serving:`);
  });

  test('API Gateway gives up later than the functions', () => {
    const functions = properties('AWS::Lambda::Function').filter(({ Description }) =>
      /redictions/.test(String(Description)),
    );
    expect(functions.length).toBeGreaterThanOrEqual(2);
    for (const { Timeout } of functions) expect(Timeout).toBeLessThan(29);
  });
});

test('a caller that is let in may post to both methods of the stage and to nothing else; server errors are counted by API and stage', () => {
  const app = new App();
  const [dataset] = DATASETS;
  if (!dataset) throw new Error('no dataset');
  const { prediction } = mlLifecycle(app, { config: ENVIRONMENTS.sandbox, dataset, ...handlerBundles(dataset) });
  const caller = new Role(prediction, 'Caller', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });

  prediction.api.grantInvoke(caller);

  const policies = Object.values(Template.fromStack(prediction).findResources('AWS::IAM::Policy'));
  const granted = policies.filter(({ Properties }) => JSON.stringify(Properties.Roles).includes('Caller'));
  const paths = JSON.stringify(granted).match(/"\/(POST|GET|\*)[^"]*"/g);
  expect(paths).toEqual(['"/POST/predictions"', '"/POST/outcomes"']);
  expect(JSON.stringify(granted)).toContain('execute-api:Invoke');
  expect(prediction.resolve(prediction.api.metricServerErrors().toMetricConfig().metricStat)).toMatchObject({
    namespace: 'AWS/ApiGateway',
    metricName: '5XXError',
    statistic: 'Sum',
    dimensions: [
      { name: 'ApiName', value: 'ml-lifecycle-sandbox-prediction' },
      { name: 'Stage', value: { Ref: expect.any(String) } },
    ],
  });
});

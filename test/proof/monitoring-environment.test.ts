import { monitoringEnvironment } from '../../scripts/proof/checks/monitoring-environment';
import { resourcePolicies } from '../../scripts/proof/checks/resource-policies';
import { judge } from '../../scripts/proof/judge';
import { WAIVERS } from '../../scripts/proof/waivers';
import { ASSEMBLIES, findWhen } from './broken';
import { finds, holds, type Json, set } from './finds';

const QUALITY = 'AWS::SageMaker::DataQualityJobDefinition';
const BIAS = 'AWS::SageMaker::ModelBiasJobDefinition';

describe('in the product', () => {
  holds([monitoringEnvironment]);
});

describe('a monitor of which no alarm hears is found:', () => {
  const environment = (value?: Json) => set('Properties.DataQualityAppSpecification.Environment', value);
  const PUBLISH = 'Properties.ModelBiasAppSpecification.Environment.publish_cloudwatch_metrics';
  finds(monitoringEnvironment, [
    [
      'capital letters',
      QUALITY,
      environment({ PUBLISH_CLOUDWATCH_METRICS: 'Enabled' }),
      /its container reads publish_/,
    ],
    ['other dashes', QUALITY, environment({ 'publish-cloudwatch-metrics': 'Enabled' }), /its container reads publish_/],
    ['camelCase', QUALITY, environment({ publishCloudwatchMetrics: 'Enabled' }), /its container reads publish_/],
    ['no word of it', QUALITY, environment({}), /no alarm ever hears/],
    ['no environment', QUALITY, environment(), /no alarm ever hears/],
    ['no word of it for bias', BIAS, set(PUBLISH), /no alarm ever hears/],
  ]);
});

describe('who lives with a service in a policy does not live with everybody:', () => {
  const statement = (extra: Json) => (holder: Json) => {
    const { PolicyDocument, KeyPolicy } = holder.Properties;
    (PolicyDocument ?? KeyPolicy).Statement.push({ Effect: 'Allow', Resource: '*', ...extra });
  };
  test.each<[string, string, Json]>([
    ['a topic for everybody', 'AWS::SNS::TopicPolicy', { Action: 'sns:Publish', Principal: '*' }],
    ['a topic for everybody, spelled out', 'AWS::SNS::TopicPolicy', { Action: 'sns:Publish', Principal: { AWS: '*' } }],
    ['a key for everybody', 'AWS::KMS::Key', { Action: 'kms:Decrypt', Principal: { AWS: ['*'] } }],
    ['a key for another account', 'AWS::KMS::Key', { Action: 'kms:Decrypt', Principal: { AWS: '222222222222' } }],
    ['a queue for all but one', 'AWS::SQS::QueuePolicy', { Action: 'sqs:SendMessage', NotPrincipal: { AWS: '1' } }],
  ])('%s is found in spite of the waiver', (_, type, extra) => {
    const find = () => findWhen(resourcePolicies, type, statement(extra));
    const { open } = judge(ASSEMBLIES.sandbox, 'sandbox', [{ ...resourcePolicies, find }], WAIVERS);
    expect(open).toHaveLength(1);
  });
});

import type { Check } from '../../scripts/proof/check';
import { glueLibraries } from '../../scripts/proof/checks/glue-libraries';
import { physicalNames } from '../../scripts/proof/checks/physical-names';
import { propertyNames } from '../../scripts/proof/checks/property-names';
import { publishedAssets } from '../../scripts/proof/checks/published-assets';
import { referenceAttributes } from '../../scripts/proof/checks/reference-attributes';
import { templateParameters } from '../../scripts/proof/checks/template-parameters';
import { ASSEMBLIES, findWhen } from './broken';

type Change = Parameters<typeof findWhen>[2];
type Json = Parameters<Change>[0];
/** The rule, the type of what is broken, how, and what the finding has to speak of. */
type Fault = readonly [title: string, type: string, change: Change, said: RegExp];

function refuses(check: Check, faults: readonly Fault[], options: Parameters<typeof findWhen>[3] = {}): void {
  test.each(faults)(`${check.id}: %s`, (_, type, change, said) => {
    const messages = findWhen(check, type, change, options).map(({ message }) => message);

    expect(messages.filter((message) => said.test(message))).not.toHaveLength(0);
  });
}

const CHECKS = [glueLibraries, physicalNames, propertyNames, publishedAssets, referenceAttributes, templateParameters];

test.each(CHECKS)('$id finds nothing in what is deployed', (check) => {
  expect(Object.values(ASSEMBLIES).flatMap((assembly) => check.find(assembly))).toEqual([]);
});

const named =
  (property: string, name: unknown): Change =>
  ({ Properties }) =>
    (Properties[property] = name);
const inRegion = (text: string) => ({ 'Fn::Sub': `${text}-\${AWS::AccountId}-\${AWS::Region}` });

refuses(physicalNames, [
  ['a model has no underscore', 'AWS::SageMaker::Model', named('ModelName', 'my_model'), /my_model/],
  ['an endpoint ends in no hyphen', 'AWS::SageMaker::Endpoint', named('EndpointName', 'real-time-'), /real-time-/],
  [
    'a feature group has 64 characters',
    'AWS::SageMaker::FeatureGroup',
    named('FeatureGroupName', 'x'.repeat(65)),
    /65 characters/,
  ],
  ['a pipeline has no spaces', 'AWS::SageMaker::Pipeline', named('PipelineName', 'my pipeline'), /my pipeline/],
  ['a group has no slash', 'AWS::SageMaker::ModelPackageGroup', named('ModelPackageGroupName', 'a/b'), /a\/b/],
  [
    'a variant has a name',
    'AWS::SageMaker::EndpointConfig',
    ({ Properties }) => (Properties.ProductionVariants[0].VariantName = 'main_1'),
    /main_1/,
  ],
  [
    'a schedule has 63 characters',
    'AWS::SageMaker::MonitoringSchedule',
    named('MonitoringScheduleName', 'x'.repeat(64)),
    /64 characters/,
  ],
  ['a bucket is in lower case', 'AWS::S3::Bucket', named('BucketName', 'MyBucket'), /MyBucket/],
  [
    'a bucket fits the longest region',
    'AWS::S3::Bucket',
    named('BucketName', inRegion('ml-lifecycle-sandbox-raw-deliveries2')),
    /characters long/,
  ],
  ['a bucket is no address', 'AWS::S3::Bucket', named('BucketName', '10.0.0.1'), /10\.0\.0\.1/],
  ['a table has three letters', 'AWS::DynamoDB::GlobalTable', named('TableName', 'ab'), /"ab"/],
  ['a queue has 80 characters', 'AWS::SQS::Queue', named('QueueName', 'q'.repeat(81)), /81 characters/],
  ['a state machine has no dot', 'AWS::StepFunctions::StateMachine', named('StateMachineName', 'a.b'), /a\.b/],
  [
    'a role fits the longest region',
    'AWS::IAM::Role',
    named('RoleName', inRegion('ml-lifecycle-sandbox-train-and-serve-roles')),
    /characters long/,
  ],
  ['a function has no dot', 'AWS::Lambda::Function', named('FunctionName', 'predict.handler'), /predict\.handler/],
  [
    'a catalogue is in lower case',
    'AWS::Glue::Database',
    ({ Properties }) => (Properties.DatabaseInput.Name = 'ml-Lake'),
    /ml-Lake/,
  ],
  ['an alias is not one of AWS', 'AWS::KMS::Alias', named('AliasName', 'alias/aws/mine'), /alias\/aws\/mine/],
  [
    'a stream has 64 characters',
    'AWS::KinesisFirehose::DeliveryStream',
    named('DeliveryStreamName', 's'.repeat(65)),
    /65 characters/,
  ],
  ['a topic is no sentence', 'AWS::SNS::Topic', named('TopicName', 'to operators'), /to operators/],
  [
    'no two have one name',
    'AWS::SageMaker::Endpoint',
    ({ Properties }) => (Properties.EndpointName = Properties.EndpointName.replace('serverless', 'real-time')),
    /as is that of Serving\/RealTime|real-time/,
  ],
]);

refuses(propertyNames, [
  [
    'an online store is in PascalCase',
    'AWS::SageMaker::FeatureGroup',
    named('OnlineStoreConfig', { enableOnlineStore: true }),
    /OnlineStoreConfig\.enableOnlineStore, but OnlineStoreConfig\.EnableOnlineStore/,
  ],
  [
    'an offline store too',
    'AWS::SageMaker::FeatureGroup',
    ({ Properties }) => rename(Properties.OfflineStoreConfig, 'S3StorageConfig', 's3StorageConfig'),
    /s3StorageConfig/,
  ],
  [
    'and what it holds',
    'AWS::SageMaker::FeatureGroup',
    ({ Properties }) => rename(Properties.OfflineStoreConfig.S3StorageConfig, 'S3Uri', 's3Uri'),
    /s3Uri/,
  ],
  [
    'a pipeline has a body',
    'AWS::SageMaker::Pipeline',
    ({ Properties }) => rename(Properties.PipelineDefinition, 'PipelineDefinitionBody', 'pipelineDefinitionBody'),
    /pipelineDefinitionBody/,
  ],
  [
    'a variant has a ModelName',
    'AWS::SageMaker::EndpointConfig',
    ({ Properties }) => rename(Properties.ProductionVariants[0], 'ModelName', 'modelName'),
    /ProductionVariants\.0\.modelName/,
  ],
  ['a property exists', 'AWS::Glue::Job', named('WorkerCount', 2), /no property WorkerCount/],
  [
    'a policy has an Effect',
    'AWS::IAM::Policy',
    ({ Properties }) => rename(Properties.PolicyDocument.Statement[0], 'Effect', 'effect'),
    /"effect"/,
  ],
  [
    'a pattern is on a field of events',
    'AWS::Events::Rule',
    named('EventPattern', { source: ['aws.s3'], detailType: ['Object Created'] }),
    /"detailType"/,
  ],
  [
    'a queue redrives in camelCase',
    'AWS::SQS::Queue',
    named('RedrivePolicy', { DeadLetterTargetArn: 'x', maxReceiveCount: 3 }),
    /"DeadLetterTargetArn"/,
  ],
]);

function rename(holder: Json, from: string, to: string): void {
  holder[to] = holder[from];
  delete holder[from];
}

refuses(referenceAttributes, [
  [
    'a model is named by its name',
    'AWS::SageMaker::EndpointConfig',
    ({ Properties: { ProductionVariants } }) =>
      (ProductionVariants[0].ModelName = { Ref: ProductionVariants[0].ModelName['Fn::GetAtt'][0] }),
    /ProductionVariants\.0\.ModelName is given Ref .* an ARN, expected a name/,
  ],
  [
    'a configuration is named by its name',
    'AWS::SageMaker::Endpoint',
    ({ Properties }) => (Properties.EndpointConfigName = { Ref: Properties.EndpointConfigName['Fn::GetAtt'][0] }),
    /EndpointConfigName is given Ref/,
  ],
  [
    'a role is given by its ARN',
    'AWS::SageMaker::FeatureGroup',
    ({ Properties }) => (Properties.RoleArn = { Ref: Properties.RoleArn['Fn::GetAtt'][0] }),
    /RoleArn is given Ref .* no ARN/,
  ],
  [
    'a bucket too',
    'AWS::KinesisFirehose::DeliveryStream',
    ({ Properties: { ExtendedS3DestinationConfiguration: to } }) =>
      (to.BucketARN = { Ref: to.BucketARN['Fn::GetAtt'][0] }),
    /BucketARN is given Ref/,
  ],
]);

/** A broken copy holds templates alone; what is uploaded stands in the assembly that it was copied from. */
const withAssets = (check: Check): Check => ({
  ...check,
  find: (broken) => check.find({ ...broken, folder: ASSEMBLIES.sandbox.folder }),
});
refuses(withAssets(glueLibraries), [
  [
    'a script is given what it imports',
    'AWS::Glue::Job',
    ({ Properties: { DefaultArguments } }) => delete DefaultArguments['--extra-py-files'],
    /needs the module/,
  ],
]);
refuses(withAssets(publishedAssets), [
  [
    'a script is uploaded',
    'AWS::Glue::Job',
    ({ Properties: { Command } }) =>
      (Command.ScriptLocation['Fn::Sub'] = Command.ScriptLocation['Fn::Sub'].replace(/[0-9a-f]{64}/, 'a'.repeat(64))),
    /does not upload/,
  ],
  [
    "a function's code is uploaded",
    'AWS::Lambda::Function',
    ({ Properties }) => (Properties.Code.S3Key = `${'b'.repeat(64)}.zip`),
    /does not upload/,
  ],
  [
    'it is read in the own region',
    'AWS::Glue::Job',
    ({ Properties: { Command } }) =>
      (Command.ScriptLocation['Fn::Sub'] = Command.ScriptLocation['Fn::Sub'].replace('us-east-1', 'eu-west-1')),
    /reads assets from eu-west-1/,
  ],
]);

const parameter =
  (change: Json): Change =>
  (_, template) =>
    Object.assign(template.Parameters[Object.keys(template.Parameters)[0] ?? ''], change);
const SCHEDULE = 'AWS::SageMaker::MonitoringSchedule';
refuses(templateParameters, [
  ['a default is allowed', SCHEDULE, parameter({ Default: 'maybe' }), /none of its AllowedValues/],
  ['a default fits its pattern', SCHEDULE, parameter({ AllowedPattern: '[a-z]' }), /AllowedPattern \[a-z\] refuses/],
  ['a pattern is one', SCHEDULE, parameter({ AllowedPattern: '[' }), /no regular expression/],
  ['a default has its length', SCHEDULE, parameter({ MinLength: 10 }), /outside of MinLength/],
  ['a number is one', SCHEDULE, parameter({ Type: 'Number' }), /default of the number/],
  ['a parameter has a default', SCHEDULE, parameter({ Default: undefined }), /has no default/],
  [
    'a condition decides about something',
    SCHEDULE,
    (_, template) => (template.Conditions.Never = { 'Fn::Equals': ['a', 'b'] }),
    /condition Never/,
  ],
]);

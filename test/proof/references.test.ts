import type { Check } from '../../scripts/proof/check';
import { apiModels } from '../../scripts/proof/checks/api-models';
import { apiWiring } from '../../scripts/proof/checks/api-wiring';
import { eventTargets } from '../../scripts/proof/checks/event-targets';
import { failureDestinations } from '../../scripts/proof/checks/failure-destinations';
import { importsMeetExports } from '../../scripts/proof/checks/imports-meet-exports';
import { lambdaPermissions } from '../../scripts/proof/checks/lambda-permissions';
import { namesExist } from '../../scripts/proof/checks/names-exist';
import { referencesExist } from '../../scripts/proof/checks/references-exist';
import { rightKind } from '../../scripts/proof/checks/right-kind';
import { roles } from '../../scripts/proof/checks/roles';
import { streamPrefixes } from '../../scripts/proof/checks/stream-prefixes';
import { withinReach } from '../../scripts/proof/checks/within-reach';
import { ASSEMBLIES, findWhen } from './broken';

type Change = Parameters<typeof findWhen>[2];
type Broken = readonly [rule: string, type: string, id: RegExp, change: Change, message: RegExp];

const CHECKS = [
  referencesExist,
  importsMeetExports,
  rightKind,
  roles,
  eventTargets,
  failureDestinations,
  lambdaPermissions,
  apiWiring,
  apiModels,
  namesExist,
  withinReach,
  streamPrefixes,
];

test.each(CHECKS.map((check) => [check.id, check] as const))('nothing of ours breaks the rule of %s', (_, check) => {
  expect(check.find(ASSEMBLIES.sandbox)).toEqual([]);
  expect(check.find(ASSEMBLIES.production)).toEqual([]);
});

function seeded(check: Check, faults: readonly Broken[]) {
  describe(check.id, () => {
    test.each(faults)('%s', (_, type, id, change, message) => {
      const messages = findWhen(check, type, change, { id }).map((finding) => finding.message);
      expect(messages).toContainEqual(expect.stringMatching(message));
    });
  });
}

const RULE = 'AWS::Events::Rule';
const LAMBDA = 'AWS::Lambda::Function';
const MACHINE = 'AWS::StepFunctions::StateMachine';
const PERMISSION = 'AWS::Lambda::Permission';
const METHOD = 'AWS::ApiGateway::Method';
const ROLE = 'AWS::IAM::Role';
const DRIFT = 'MonitorsDriftLook51E502F2';
const DEAD_LETTERS = { 'Fn::GetAtt': ['DeadLettersBBF8BAAB', 'Arn'] };

/** A name as `Fn::Sub` puts something in its place. */
const placed = (name: string) => `$\{${name}}`;

seeded(referencesExist, [
  [
    'a reference to a resource that is not there is found',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.LoggingConfig.LogGroup = { Ref: 'Gone' };
    },
    /uses Ref Gone/,
  ],
  [
    'an attribute of a resource that is not there is found',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.Role = { 'Fn::GetAtt': 'Gone.Arn' };
    },
    /uses Fn::GetAtt Gone/,
  ],
  [
    'a name within a text is looked up too',
    'AWS::Glue::Job',
    /Curate/,
    (r) => {
      r.Properties.DefaultArguments['--x'] = { 'Fn::Sub': `s3://${placed('Gone.Arn')}/${placed('AWS::Region')}` };
    },
    /uses Fn::GetAtt Gone/,
  ],
  [
    'a resource to wait for is there',
    MACHINE,
    /Park/,
    (r) => {
      r.DependsOn.push('Gone');
    },
    /depends on Gone/,
  ],
  [
    'a condition is there',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r) => {
      r.Condition = 'Sometimes';
    },
    /uses Condition Sometimes/,
  ],
  [
    'a resource that is always there needs none that is not',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r) => {
      delete r.Condition;
    },
    /RealTimeConfig\w+, which exists only under the condition RealTimeOn/,
  ],
  [
    'a weaker condition does not do',
    'AWS::SageMaker::EndpointConfig',
    /RealTime/,
    (r) => {
      r.Condition = 'HasModel';
    },
    /RealTimeModel\w+, which exists only under the condition RealTimeOn/,
  ],
  [
    'an output of what is not always there is found',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r, t) => {
      t.Outputs = { Url: { Value: { Ref: Object.keys(t.Resources).find((id) => t.Resources[id] === r) } } };
    },
    /output Url refers to RealTimeEndpoint/,
  ],
  [
    'a parameter that nothing uses is found',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (_, t) => {
      t.Parameters.Forgotten = { Type: 'String' };
    },
    /parameter Forgotten/,
  ],
  [
    'a condition that uses a parameter which is gone is found',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (_, t) => {
      delete t.Parameters.RealTime;
    },
    /Conditions: uses Ref RealTime/,
  ],
  [
    'a mapping that is not there is found',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.Timeout = { 'Fn::FindInMap': ['Gone', 'a', 'b'] };
    },
    /Fn::FindInMap Gone/,
  ],
]);

seeded(importsMeetExports, [
  [
    'what a stack imports another one exports',
    'AWS::S3::Bucket',
    /Predictions/,
    (_, t) => {
      delete t.Outputs[Object.keys(t.Outputs).find((id) => id.includes('Predictions')) ?? ''];
    },
    /imports .*Predictions.*which no stack exports/,
  ],
  [
    'an export under another name is missed',
    'AWS::KMS::Key',
    /./,
    (_, t) => {
      for (const output of Object.values<{ Export: { Name: string } }>(t.Outputs)) output.Export.Name += 'X';
    },
    /which no stack exports/,
  ],
  [
    'a stack imports nothing from one that is deployed later',
    'AWS::KMS::Key',
    /./,
    (r, t) => {
      t.Resources.Late = {
        Type: 'AWS::SNS::Topic',
        Properties: {
          TopicName: {
            'Fn::ImportValue': 'ml-lifecycle-sandbox-prediction:ExportsOutputRefApiDeploymentStagev1149A6FAE6642F3BB',
          },
        },
      };
      void r;
    },
    /from Prediction, which is not deployed before it/,
  ],
  [
    'two stacks do not export one name',
    'AWS::KMS::Key',
    /./,
    (_, t) => {
      t.Outputs.Double = {
        Value: 'x',
        Export: { Name: 'ml-lifecycle-sandbox-prediction:ExportsOutputRefApiDeploymentStagev1149A6FAE6642F3BB' },
      };
    },
    /which another stack exports too/,
  ],
]);

seeded(rightKind, [
  [
    'a log group is no bucket',
    MACHINE,
    /PrepareData/,
    (r, t) => {
      r.Properties.LoggingConfiguration.Destinations[0].CloudWatchLogsLogGroup.LogGroupArn = {
        'Fn::GetAtt': [Object.keys(t.Resources).find((id) => /^ClaimsTable/.test(id)), 'Arn'],
      };
    },
    /a AWS::DynamoDB::GlobalTable; expected AWS::Logs::LogGroup/,
  ],
  [
    'an ARN is no name',
    'AWS::KinesisFirehose::DeliveryStream',
    /Intake/,
    (r) => {
      r.Properties.ExtendedS3DestinationConfiguration.BucketARN = { Ref: 'StorageRaw7E344C76' };
    },
    /BucketARN gives the name/,
  ],
  [
    'a name is no ARN',
    'Custom::S3AutoDeleteObjects',
    /Raw/,
    (r) => {
      r.Properties.BucketName = { 'Fn::GetAtt': ['StorageRaw7E344C76', 'Arn'] };
    },
    /BucketName gives the arn/,
  ],
  [
    'an endpoint configuration goes by its name, which Ref does not give',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r) => {
      r.Properties.EndpointConfigName = { Ref: 'RealTimeConfigA4D77851' };
    },
    /gives the arn of RealTimeConfig/,
  ],
  [
    'a model is no endpoint configuration',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r) => {
      r.Properties.EndpointConfigName = { 'Fn::GetAtt': ['RealTimeModel772ABB11', 'ModelName'] };
    },
    /a AWS::SageMaker::Model; expected AWS::SageMaker::EndpointConfig/,
  ],
  [
    'a key is no topic',
    'AWS::SageMaker::EndpointConfig',
    /RealTime/,
    (r) => {
      r.Properties.KmsKeyId = {
        'Fn::ImportValue': 'ml-lifecycle-sandbox-foundation:ExportsOutputRefOperators93109ECD0719E5F9',
      };
    },
    /KmsKeyId points to Operators/,
  ],
  [
    'a queue policy names queues by their addresses',
    'AWS::SQS::QueuePolicy',
    /./,
    (r) => {
      r.Properties.Queues = [DEAD_LETTERS];
    },
    /Queues gives the arn/,
  ],
  [
    'a dead letter queue is a queue',
    RULE,
    /DriftDaily/,
    (r) => {
      r.Properties.Targets[0].DeadLetterConfig.Arn = { 'Fn::GetAtt': [DRIFT, 'Arn'] };
    },
    /DeadLetterConfig\.Arn points to MonitorsDriftLook/,
  ],
  [
    'a rule starts nothing that EventBridge cannot start',
    RULE,
    /DriftDaily/,
    (r) => {
      r.Properties.Targets[0].Arn = { 'Fn::GetAtt': ['MonitorsDriftLookRole494AE33D', 'Arn'] };
    },
    /Targets\.Arn points to MonitorsDriftLookRole/,
  ],
  [
    'an alarm tells a topic',
    'AWS::CloudWatch::Alarm',
    /DataDrift/,
    (r) => {
      r.Properties.AlarmActions = [DEAD_LETTERS];
    },
    /AlarmActions points to DeadLetters/,
  ],
  [
    'a pattern names a group that exists',
    RULE,
    /OnApproved/,
    (r) => {
      r.Properties.EventPattern.detail.ModelPackageGroupName = ['churn-models'];
    },
    /ModelPackageGroupName is churn-models, which names nothing/,
  ],
  [
    'a pattern names a bucket',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.EventPattern.detail.bucket.name = ['some-bucket'];
    },
    /bucket\.name is some-bucket/,
  ],
  [
    'a pattern names an alarm',
    RULE,
    /OnDrift/,
    (r) => {
      r.Properties.EventPattern.detail.alarmName = ['drift'];
    },
    /alarmName is drift/,
  ],
  [
    'an endpoint rolls back on alarms that exist',
    'AWS::SageMaker::Endpoint',
    /RealTime/,
    (r) => {
      r.Properties.DeploymentConfig.AutoRollbackConfiguration.Alarms[0].AlarmName += '-p99';
    },
    /which names nothing in any template; expected AWS::CloudWatch/,
  ],
  [
    'a job definition watches an endpoint that exists',
    'AWS::SageMaker::ModelBiasJobDefinition',
    /./,
    (r) => {
      r.Properties.ModelBiasJobInput.EndpointInput.EndpointName = 'real-time';
    },
    /EndpointName is real-time/,
  ],
  [
    'a schedule runs a job definition',
    'AWS::SageMaker::MonitoringSchedule',
    /Bias/,
    (r) => {
      r.Properties.MonitoringScheduleConfig.MonitoringJobDefinitionName = 'bias';
    },
    /MonitoringJobDefinitionName is bias/,
  ],
  [
    'a place in S3 is in a bucket of ours',
    'AWS::SageMaker::EndpointConfig',
    /RealTime/,
    (r) => {
      r.Properties.DataCaptureConfig.DestinationS3Uri = 's3://captured/churn';
    },
    /after s3:\/\/ expected the name of a bucket/,
  ],
  [
    'a bucket has no ARN within an address',
    'AWS::SageMaker::FeatureGroup',
    /./,
    (r) => {
      r.Properties.OfflineStoreConfig.S3StorageConfig.S3Uri = {
        'Fn::Sub': `s3://${placed('FeaturesOffline809C0A32.Arn')}/features`,
      };
    },
    /after s3:\/\//,
  ],
  [
    'a table is in a database that exists',
    'AWS::Glue::Table',
    /./,
    (r) => {
      r.Properties.DatabaseName = 'features';
    },
    /DatabaseName is features/,
  ],
  [
    'a custom resource is served by a function',
    'Custom::MonitorHeartbeat',
    /Drift/,
    (r) => {
      r.Properties.ServiceToken = DEAD_LETTERS;
    },
    /ServiceToken points to DeadLetters/,
  ],
]);

seeded(roles, [
  [
    'a role is no bucket',
    'AWS::KinesisFirehose::DeliveryStream',
    /Intake/,
    (r) => {
      r.Properties.ExtendedS3DestinationConfiguration.RoleARN = { 'Fn::GetAtt': ['StorageRaw7E344C76', 'Arn'] };
    },
    /a AWS::S3::Bucket; expected a role/,
  ],
  [
    'a role goes by its ARN',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.Role = { Ref: 'MonitorsDriftLookRole494AE33D' };
    },
    /gives the name of MonitorsDriftLookRole/,
  ],
  [
    'a function does not get the role of a state machine',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.Role = { 'Fn::GetAtt': ['ParkServingRoleB3C09361', 'Arn'] };
    },
    /states\.amazonaws\.com may assume; expected lambda/,
  ],
  [
    'a rule does not get the role of what it starts',
    RULE,
    /OnApplied/,
    (r) => {
      r.Properties.Targets[0].RoleArn = { 'Fn::GetAtt': ['FollowServingStateRole38081278', 'Arn'] };
    },
    /expected events/,
  ],
  [
    'a role trusts a service that exists',
    ROLE,
    /PipelineRolesJob/,
    (r) => {
      r.Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service = 'sagemakr.amazonaws.com';
    },
    /the name of no service/,
  ],
  [
    'the jobs within a pipeline get a role that SageMaker may assume',
    ROLE,
    /PipelineRolesJob/,
    (r) => {
      r.Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service = 'glue.amazonaws.com';
    },
    /PipelineDefinitionBody\.Steps\.Arguments\.RoleArn holds PipelineRolesJob/,
  ],
  [
    'a role that only another account may use is of no use',
    ROLE,
    /CurateRole/,
    (r) => {
      r.Properties.AssumeRolePolicyDocument.Statement[0].Condition.StringEquals['aws:SourceAccount'] = '222222222222';
    },
    /no service may assume/,
  ],
  [
    'a role that may be tagged only cannot be assumed',
    ROLE,
    /CurateRole/,
    (r) => {
      r.Properties.AssumeRolePolicyDocument.Statement[0].Action = 'sts:TagSession';
    },
    /no service may assume/,
  ],
  [
    'a role of another account is none of ours',
    'AWS::Glue::Job',
    /Curate/,
    (r) => {
      r.Properties.Role = 'arn:aws:iam::111122223333:role/glue';
    },
    /expected the ARN of a role that some template makes/,
  ],
]);

seeded(eventTargets, [
  [
    'a function lets the rule in',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Principal = 'sns.amazonaws.com';
    },
    /does not let this rule do lambda:InvokeFunction/,
  ],
  [
    'a permission for another rule does not do',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.SourceArn = { 'Fn::GetAtt': ['MonitorsQualityDailyA0EC1486', 'Arn'] };
    },
    /MonitorsDriftLook\w+, which does not let this rule/,
  ],
  [
    'a permission that is gone is missed',
    PERMISSION,
    /OnDataPrepared/,
    (r) => {
      r.Type = 'AWS::SNS::Topic';
      r.Properties = {};
    },
    /does not let this rule/,
  ],
  [
    'the queue takes what the rule cannot deliver',
    'AWS::SQS::QueuePolicy',
    /./,
    (r) => {
      r.Properties.PolicyDocument.Statement.pop();
    },
    /whose policy does not let this rule send/,
  ],
  [
    'a state machine is started by a role',
    RULE,
    /OnMarker/,
    (r) => {
      delete r.Properties.Targets[0].RoleArn;
    },
    /without a role/,
  ],
  [
    'the role allows to start this machine',
    'AWS::IAM::Policy',
    /OnMarkerRole/,
    (r) => {
      r.Properties.PolicyDocument.Statement[0].Resource = DEAD_LETTERS;
    },
    /does not allow states:StartExecution/,
  ],
  [
    'the role allows to start, not to stop',
    'AWS::IAM::Policy',
    /OnMarkerRole/,
    (r) => {
      r.Properties.PolicyDocument.Statement[0].Action = 'states:StopExecution';
    },
    /does not allow states:StartExecution/,
  ],
  [
    'a rule has a target',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.Targets = [];
    },
    /has no target/,
  ],
  [
    'a rule has something that starts it',
    RULE,
    /OnMarker/,
    (r) => {
      delete r.Properties.EventPattern;
    },
    /neither a pattern nor a schedule/,
  ],
  [
    'a rule is on',
    RULE,
    /DriftDaily/,
    (r) => {
      r.Properties.State = 'DISABLED';
    },
    /is disabled/,
  ],
  [
    'what an input puts in was read',
    RULE,
    /OnMarker/,
    (r) => {
      delete r.Properties.Targets[0].InputTransformer.InputPathsMap.time;
    },
    /<time> into its input/,
  ],
  [
    'what was read is put in',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.Targets[0].InputTransformer.InputTemplate = '{"key":<detail-object-key>}';
    },
    /reads time and puts it nowhere/,
  ],
  [
    'an input is JSON',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.Targets[0].InputTransformer.InputTemplate += ',';
    },
    /is no JSON|puts together/,
  ],
  [
    'an input is told once',
    RULE,
    /OnMarker/,
    (r) => {
      r.Properties.Targets[0].Input = '{}';
    },
    /takes one of them/,
  ],
]);

seeded(failureDestinations, [
  [
    'the role of a function allows to park',
    'AWS::IAM::Policy',
    /DriftLookRole/,
    (r) => {
      r.Properties.PolicyDocument.Statement = r.Properties.PolicyDocument.Statement.filter(
        (s: unknown) => !JSON.stringify(s).includes('sqs:'),
      );
    },
    /does not allow sqs:SendMessage/,
  ],
  [
    'the role allows to park in this queue',
    'AWS::IAM::Policy',
    /DriftLookRole/,
    (r) => {
      for (const s of r.Properties.PolicyDocument.Statement)
        if (JSON.stringify(s).includes('sqs:')) s.Resource = { 'Fn::GetAtt': [DRIFT, 'Arn'] };
    },
    /does not allow sqs:SendMessage/,
  ],
]);

seeded(lambdaPermissions, [
  [
    'a permission is for a service that exists',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Principal = 'event.amazonaws.com';
    },
    /the name of no service/,
  ],
  [
    'a permission is in the name of somebody',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      delete r.Properties.SourceArn;
    },
    /expected a SourceArn/,
  ],
  [
    'a permission is not for everybody',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Principal = '*';
    },
    /everybody/,
  ],
  [
    'a permission is in the name of what its service speaks for',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Principal = 's3.amazonaws.com';
    },
    /for which s3\.amazonaws\.com does not call/,
  ],
  [
    'a permission is in the name of what exists',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.SourceArn = 'arn:aws:events:us-east-1:111111111111:rule/old';
    },
    /names nothing/,
  ],
  [
    'a permission is for who calls this function',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.SourceArn = { 'Fn::GetAtt': ['MonitorsQualityDailyA0EC1486', 'Arn'] };
    },
    /call MonitorsDriftLook\w+, which it does not do/,
  ],
  [
    'a permission is to invoke',
    PERMISSION,
    /DriftDaily/,
    (r) => {
      r.Properties.Action = 'lambda:GetFunction';
    },
    /expected lambda:InvokeFunction/,
  ],
]);

seeded(apiWiring, [
  [
    'a function lets the method in',
    PERMISSION,
    /POSTpredictions/,
    (r) => {
      r.Properties.SourceArn['Fn::Join'][1].splice(-1, 1, '/GET/predictions');
    },
    /does not let POST \/predictions in/,
  ],
  [
    'a function lets this path in',
    PERMISSION,
    /POSTpredictions/,
    (r) => {
      r.Properties.SourceArn['Fn::Join'][1].splice(-1, 1, '/POST/prediction');
    },
    /does not let POST \/predictions in/,
  ],
  [
    'a method calls the function that it should',
    METHOD,
    /predictions/,
    (r) => {
      r.Properties.Integration.Uri['Fn::Join'][1][1] = { 'Fn::GetAtt': ['ApiFunctionsRecordOutcomes2B1D3A1E', 'Arn'] };
    },
    /RecordOutcomes\w+, which does not let POST \/predictions in/,
  ],
  [
    'a method calls a function',
    METHOD,
    /predictions/,
    (r) => {
      r.Properties.Integration.Uri['Fn::Join'][1][1] = DEAD_LETTERS;
    },
    /points to DeadLetters/,
  ],
  [
    'a method calls its own region',
    METHOD,
    /predictions/,
    (r) => {
      r.Properties.Integration.Uri['Fn::Join'][1][0] = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/';
    },
    /about the region eu-west-1/,
  ],
  [
    'a function is invoked with POST',
    METHOD,
    /predictions/,
    (r) => {
      r.Properties.Integration.IntegrationHttpMethod = 'GET';
    },
    /another verb than POST/,
  ],
  [
    'a body is checked',
    METHOD,
    /predictions/,
    (r) => {
      delete r.Properties.RequestValidatorId;
    },
    /no validator/,
  ],
  [
    'a body has a model',
    METHOD,
    /predictions/,
    (r) => {
      delete r.Properties.RequestModels;
    },
    /no RequestModels/,
  ],
  [
    'a validator looks at the body',
    'AWS::ApiGateway::RequestValidator',
    /./,
    (r) => {
      r.Properties.ValidateRequestBody = false;
    },
    /no validator that looks at the body/,
  ],
  [
    'all methods are deployed',
    'AWS::ApiGateway::Deployment',
    /./,
    (r) => {
      r.DependsOn = r.DependsOn.filter((id: string) => !id.includes('POST'));
    },
    /does not wait for Api\w+POST/,
  ],
  [
    'a stage that writes logs waits for the role',
    'AWS::ApiGateway::Stage',
    /./,
    (r) => {
      delete r.DependsOn;
    },
    /does not wait for ApiAccount/,
  ],
  [
    'API Gateway has a role for its logs',
    'AWS::ApiGateway::Account',
    /./,
    (r) => {
      delete r.Properties.CloudWatchRoleArn;
    },
    /no AWS::ApiGateway::Account/,
  ],
  [
    'a path is there once',
    'AWS::ApiGateway::Resource',
    /outcomes/,
    (r) => {
      r.Properties.PathPart = 'predictions';
    },
    /is there twice/,
  ],
]);

seeded(apiModels, [
  [
    'a type is one of JSON',
    'AWS::ApiGateway::Model',
    /Predictions/,
    (r) => {
      r.Properties.Schema.properties.recordIds.type = 'list';
    },
    /of the type list/,
  ],
  [
    'what is asked for is allowed',
    'AWS::ApiGateway::Model',
    /Predictions/,
    (r) => {
      r.Properties.Schema.required = ['ids'];
    },
    /asks for ids/,
  ],
  [
    'a keyword is one of draft 4',
    'AWS::ApiGateway::Model',
    /Predictions/,
    (r) => {
      r.Properties.Schema.properties.recordIds.maxLenght = 1;
    },
    /no keyword/,
  ],
  [
    'a range holds something',
    'AWS::ApiGateway::Model',
    /Predictions/,
    (r) => {
      r.Properties.Schema.properties.recordIds.minItems = 101;
    },
    /minItems above maxItems/,
  ],
]);

seeded(namesExist, [
  [
    'a written name is the name of something',
    LAMBDA,
    /ServePredictions/,
    (r) => {
      r.Properties.Environment.Variables.REAL_TIME_ENDPOINT += 's';
    },
    /the name of nothing/,
  ],
  [
    'a policy is about what exists',
    'AWS::IAM::Policy',
    /ServePredictionsRole/,
    (r) => {
      r.Properties.PolicyDocument.Statement[0].Resource =
        'arn:aws:sagemaker:us-east-1:111111111111:endpoint/ml-lifecycle-sandbox-realtime';
    },
    /ml-lifecycle-sandbox-realtime/,
  ],
]);

seeded(withinReach, [
  [
    'a function may use what it is told of',
    LAMBDA,
    /MarkDayComplete/,
    (r) => {
      r.Properties.Environment.Variables.RAW_BUCKET = { Ref: 'StorageCurated8783DDC7' };
    },
    /RAW_BUCKET is about StorageCurated/,
  ],
  [
    'an address of a function is where its role allows',
    LAMBDA,
    /DriftLook/,
    (r) => {
      r.Properties.Environment.Variables.PREDICTIONS_URI['Fn::Join'][1][2] = '/prediction/churn';
    },
    /PREDICTIONS_URI is .*on which MonitorsDriftLookRole/,
  ],
  [
    'a stream writes to a bucket that its role allows',
    'AWS::KinesisFirehose::DeliveryStream',
    /Intake/,
    (r) => {
      r.Properties.ExtendedS3DestinationConfiguration.BucketARN = { 'Fn::GetAtt': ['StorageCurated8783DDC7', 'Arn'] };
    },
    /Prefix is raw/,
  ],
  [
    'a feature group writes where its role allows',
    'AWS::SageMaker::FeatureGroup',
    /./,
    (r) => {
      r.Properties.OfflineStoreConfig.S3StorageConfig.S3Uri['Fn::Join'][1][2] = '/offline';
    },
    /S3Uri is/,
  ],
]);

seeded(streamPrefixes, [
  [
    'what a stream writes is read',
    'AWS::KinesisFirehose::DeliveryStream',
    /Intake/,
    (r) => {
      r.Properties.ExtendedS3DestinationConfiguration.Prefix = 'row/churn/ingest_date=!{timestamp:yyyy-MM-dd}/';
    },
    /under row\/churn/,
  ],
]);

seeded(rightKind, [
  [
    'a place in S3 within a definition is in a bucket',
    MACHINE,
    /PrepareData/,
    (r) => {
      const parts = r.Properties.DefinitionString['Fn::Join'][1];
      parts[parts.findIndex((part: unknown) => typeof part === 'string' && part.endsWith('s3://')) + 1] = 'datasets';
    },
    /says s3:\/\/datasets/,
  ],
  [
    'a place in S3 begins as one',
    'AWS::SageMaker::ModelBiasJobDefinition',
    /./,
    (r) => {
      r.Properties.ModelBiasAppSpecification.ConfigUri = 'bias-config.json';
    },
    /expected a place that begins with s3/,
  ],
]);

seeded(lambdaPermissions, [
  [
    'a permission is for a stage of the API',
    PERMISSION,
    /POSTpredictions/,
    (r) => {
      r.Properties.SourceArn['Fn::Join'][1].splice(5, 1, 'v2');
    },
    /which it does not do/,
  ],
]);

import { rightKind } from '../../scripts/proof/checks/right-kind';
import { DEAD_LETTERS, DRIFT, nothingOfOursBreaks, placed, seeded } from './seeded';

const RULE = 'AWS::Events::Rule';
const MACHINE = 'AWS::StepFunctions::StateMachine';

nothingOfOursBreaks(rightKind);

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

import { roles } from '../../scripts/proof/checks/roles';
import { withinReach } from '../../scripts/proof/checks/within-reach';
import { nothingOfOursBreaks, seeded } from './seeded';

const RULE = 'AWS::Events::Rule';
const LAMBDA = 'AWS::Lambda::Function';
const ROLE = 'AWS::IAM::Role';

nothingOfOursBreaks(roles, withinReach);

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

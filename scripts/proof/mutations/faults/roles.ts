import { append, put, remove, reword } from '../edits';
import { faultsOf } from '../fault';
import { properties, statements, withIdOf } from '../seeds';

/** Roles that are none, or that nobody may assume. */
export const ROLES = faultsOf('roles', [
  [
    'bucket-for-role',
    "a bucket's ARN where a role belongs",
    withIdOf('FeatureStore/FeaturesOffline', (bucket) =>
      properties('FeatureStore/FeaturesGroup', put('RoleArn', { 'Fn::GetAtt': [bucket, 'Arn'] })),
    ),
  ],
  [
    'bucket-for-role-of-pipeline',
    "a bucket's ARN where the role of the pipeline belongs",
    withIdOf('Training/ModelsBucket', (bucket) =>
      properties('Training/Pipeline', put('RoleArn', { 'Fn::GetAtt': [bucket, 'Arn'] })),
    ),
  ],
  [
    'bucket-for-role-of-model',
    "a bucket's ARN, imported, where the role of a model belongs",
    properties(
      'Serving/RealTimeModel',
      put('ExecutionRoleArn', {
        'Fn::ImportValue': 'ml-lifecycle-sandbox-data-lake:ExportsOutputFnGetAttStoragePredictionsAFC5D3D9Arn6F87A589',
      }),
    ),
  ],
  [
    'role-by-name',
    "a role's name where its ARN belongs",
    withIdOf('Training/PipelineRolesPipeline', (role) =>
      properties('Training/Pipeline', put('RoleArn', { Ref: role })),
    ),
  ],
  [
    'arn-malformed',
    'the ARN of a role with a region',
    properties('DataPreparation/JobsCurate', put('Role', 'arn:aws:iam:us-east-1:111111111111:role/glue')),
  ],
  [
    'arn-of-user',
    'the ARN of a user',
    properties('Training/Pipeline', put('RoleArn', 'arn:aws:iam::111111111111:user/ml-platform')),
  ],
  [
    'arn-short-account',
    'the ARN of a role in an account of eleven digits',
    properties('Training/Pipeline', put('RoleArn', 'arn:aws:iam::11111111111:role/pipeline')),
  ],
  [
    'trust-of-lambda',
    'a role of SageMaker that only Lambda may assume',
    statements('FeatureStore/FeaturesOfflineRole', put('0/Principal/Service', 'lambda.amazonaws.com')),
  ],
  [
    'trust-of-sagemaker',
    'a role of a function that only SageMaker may assume',
    statements('Training/StartStartTrainingRole', put('0/Principal/Service', 'sagemaker.amazonaws.com')),
  ],
  [
    'trust-of-events',
    'a role of a machine that only rules may assume',
    statements('Prediction/ApplyServingStateRole', put('0/Principal/Service', 'events.amazonaws.com')),
  ],
  [
    'trust-misspelt',
    'a service that does not exist',
    statements('Training/PipelineRolesJob', put('0/Principal/Service', 'sagemaker.aws.com')),
  ],
  [
    'trust-step-functions',
    'a service under the name of its product',
    statements('DataPreparation/PrepareDataRole', put('0/Principal/Service', 'stepfunctions.amazonaws.com')),
  ],
  [
    'trust-everybody',
    'a role that everybody may assume',
    statements('Training/PipelineRolesJob', put('0/Principal', { AWS: '*' })),
  ],
  [
    'trust-of-another-account',
    'a role that another account may assume',
    statements('Training/PipelineRolesJob', put('0/Principal', { AWS: 'arn:aws:iam::222222222222:root' })),
  ],
  [
    'trust-without-account',
    'a role that a service may assume for any account',
    statements('Training/PipelineRolesJob', remove('0/Condition')),
  ],
  [
    'trust-action',
    'a trust in another action',
    statements('Training/PipelineRolesJob', put('0/Action', 'iam:PassRole')),
  ],
  [
    'administrator',
    'a role that may do everything',
    properties('Training/PipelineRolesJob', put('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess'])),
  ],
  [
    'full-access',
    'a role with a policy of AWS for all of SageMaker',
    properties(
      'Training/PipelineRolesPipeline',
      put('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AmazonSageMakerFullAccess']),
    ),
  ],
  [
    'managed-misspelt',
    'a policy of AWS that does not exist',
    properties('Prediction/ApiCloudWatchRole', reword('ManagedPolicyArns', 'PushToCloudWatchLogs', 'PushToCloudwatch')),
  ],
  [
    'role-of-others',
    'a function with the role of another one',
    withIdOf('Prediction/ApiFunctionsRecordOutcomesRole', (role) =>
      properties('Prediction/ApiFunctionsServePredictions', put('Role', { 'Fn::GetAtt': [role, 'Arn'] })),
    ),
  ],
  [
    'session-too-long',
    'a session of more hours than there may be',
    properties('Training/PipelineRolesJob', put('MaxSessionDuration', 86_400)),
  ],
  [
    'description-too-long',
    'a description of more than a thousand letters',
    properties('Training/PipelineRolesJob', put('Description', 'Runs jobs. '.repeat(100))),
  ],
  [
    'inline-too-wide',
    'a policy within a role that allows everything',
    properties(
      'Training/EvaluationEvaluateModelRole',
      put('Policies', [
        {
          PolicyName: 'All',
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
        },
      ]),
    ),
  ],
  [
    'two-services',
    'a role that two services may assume',
    statements(
      'Training/StartStartTrainingRole',
      append('', { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' } }),
    ),
  ],
]);

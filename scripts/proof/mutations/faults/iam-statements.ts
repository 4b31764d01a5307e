import { append, put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { properties, statements } from '../seeds';

const SERVE = 'Prediction/ApiFunctionsServePredictionsRoleDefaultPolicy';
const PIPELINE = 'Training/PipelineRolesPipelineDefaultPolicy';
const START = 'Training/StartStartTrainingRoleDefaultPolicy';
const EVALUATE = 'Training/EvaluationEvaluateModelRoleDefaultPolicy';

/** Statements that IAM refuses, that allow nothing, or that allow too much. */
export const IAM_STATEMENTS = faultsOf('iam-statements', [
  ['effect', 'an effect in small letters', statements(SERVE, put('Action=kms:Decrypt/Effect', 'allow'))],
  [
    'without-resource',
    'a statement without resource',
    statements(SERVE, remove('Action=sagemaker:BatchGetRecord/Resource')),
  ],
  ['without-action', 'a statement without action', statements(SERVE, remove('Action=sagemaker:BatchGetRecord/Action'))],
  [
    'key-misspelt',
    'a statement with Resources',
    statements(START, rename('Action=sagemaker:ListModelPackages/Resource', 'Resources')),
  ],
  ['version', 'a version that does not exist', properties(SERVE, put('PolicyDocument/Version', '2012-10-18'))],
  [
    'resource-no-arn',
    'a resource that is no ARN',
    statements(SERVE, put('Action=firehose:PutRecordBatch/Resource', 'predictions')),
  ],
  [
    'arn-of-five',
    'an ARN with a part too few',
    statements(
      SERVE,
      reword('Action=sagemaker:BatchGetRecord/Resource', 'arn:aws:sagemaker:us-east-1:', 'arn:aws:sagemaker:'),
    ),
  ],
  [
    'action-misspelt',
    'an action that does not exist',
    statements(SERVE, put('Action=sagemaker:BatchGetRecord/Action', 'sagemaker:BatchGetRecords')),
  ],
  [
    'action-of-the-client',
    'an action named as the method of the SDK',
    statements(START, reword('Action=dynamodb:PutItem', 'dynamodb:PutItem', 'dynamodb:PutCommand')),
  ],
  [
    'service-misspelt',
    'a service that does not exist',
    statements(SERVE, put('Action=sagemaker:InvokeEndpoint/Action', 'sagemakr:InvokeEndpoint')),
  ],
  [
    'service-of-the-endpoint',
    'the name of an endpoint where the name of a service belongs',
    statements(SERVE, put('Action=sagemaker:BatchGetRecord/Action', 'sagemaker-featurestore-runtime:BatchGetRecord')),
  ],
  [
    'service-only',
    'an action without its service',
    statements(SERVE, put('Action=cloudformation:DescribeStacks/Action', 'DescribeStacks')),
  ],
  [
    'resource-of-other-service',
    'an action on a resource that it does not know',
    statements(SERVE, put('Action=sagemaker:InvokeEndpoint/Resource', 'arn:aws:s3:::models/*')),
  ],
  [
    'resource-of-other-type',
    'an action on a resource of another type of its service',
    statements(SERVE, reword('Action=sagemaker:InvokeEndpoint/Resource', ':endpoint/', ':endpoint-config/')),
  ],
  [
    'objects-of-the-bucket',
    'an action on objects with the ARN of the bucket only',
    statements(EVALUATE, remove('Action=s3:GetObject*/Resource/1')),
  ],
  [
    'everything',
    'all actions on all resources',
    statements(SERVE, append('', { Action: '*', Effect: 'Allow', Resource: '*' })),
  ],
  [
    'everything-of-a-service',
    'all actions of a service',
    statements(SERVE, put('Action=sagemaker:BatchGetRecord/Action', 'sagemaker:*')),
  ],
  [
    'reads-written-as-all',
    'an action that needs one bucket on all of them',
    statements(EVALUATE, put('Action=s3:GetObject*/Resource', '*')),
  ],
  ['all-keys', 'decryption with every key', statements(SERVE, put('Action=kms:Decrypt/Resource', '*'))],
  [
    'all-but',
    'everything but one action',
    statements(START, rename('Action=sagemaker:ListModelPackages/Action', 'NotAction')),
  ],
  [
    'one-action-more',
    'an action that nothing calls',
    statements(
      SERVE,
      put('Action=sagemaker:BatchGetRecord/Action', ['sagemaker:BatchGetRecord', 'sagemaker:DeleteRecord']),
    ),
  ],
  [
    'one-action-more-of-a-machine',
    'an action that no task of a state machine calls',
    statements(
      'DataPreparation/PrepareDataRoleDefaultPolicy',
      append('', { Action: 'glue:DeleteJob', Effect: 'Allow', Resource: '*' }),
    ),
  ],
  [
    'all-endpoints',
    'every endpoint of the account',
    statements(
      SERVE,
      reword('Action=sagemaker:InvokeEndpoint/Resource', ':endpoint/ml-lifecycle-sandbox-real-time', ':endpoint/*'),
    ),
  ],
  ['pass-any-role', 'any role may be passed', statements(PIPELINE, put('Action=iam:PassRole/Resource', '*'))],
  [
    'pass-to-anybody',
    'a role may be passed to any service',
    statements(PIPELINE, remove('Action=iam:PassRole/Condition')),
  ],
  [
    'pass-to-other-service',
    'a role may be passed to another service than the one that needs it',
    statements(PIPELINE, put('Action=iam:PassRole/Condition/StringEquals/iam:PassedToService', 'lambda.amazonaws.com')),
  ],
  ['may-approve', 'the pipeline may approve what it registers', statements(PIPELINE, remove('Effect=Deny'))],
  [
    'condition-key',
    'a condition on a key that does not exist',
    statements(
      PIPELINE,
      put('Action=iam:PassRole/Condition', { StringEquals: { 'iam:PassedService': 'sagemaker.amazonaws.com' } }),
    ),
  ],
  [
    'condition-operator',
    'a condition with an operator that does not exist',
    statements(PIPELINE, rename('Action=iam:PassRole/Condition/StringEquals', 'StringEqual')),
  ],
  [
    'condition-of-other-service',
    'a condition on a key that the action does not have',
    statements(START, put('Action=sagemaker:ListModelPackages/Condition', { StringEquals: { 's3:prefix': 'runs/' } })),
  ],
  [
    'namespace-unlimited',
    'metrics in every namespace',
    statements(START, remove('Action=cloudwatch:PutMetricData/Condition')),
  ],
  [
    'namespace-of-others',
    'metrics in a namespace that the function does not write to',
    statements(
      START,
      put('Action=cloudwatch:PutMetricData/Condition/StringEquals/cloudwatch:namespace', 'ml-lifecycle'),
    ),
  ],
  [
    'name-of-other-environment',
    'a grant of the other environment',
    statements(SERVE, reword('Action=sagemaker:BatchGetRecord/Resource', 'sandbox', 'production')),
  ],
  [
    'prefix-of-others',
    'a grant of a prefix that nothing uses',
    statements(EVALUATE, reword('Action=s3:GetObject*/Resource/1', '/runs/*', '/models/*')),
  ],
]);

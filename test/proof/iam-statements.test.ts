import { iamConditionKeysFit } from '../../scripts/proof/checks/iam-condition-keys-fit';
import { iamKnownActions } from '../../scripts/proof/checks/iam-known-actions';
import { iamResourceFitsAction } from '../../scripts/proof/checks/iam-resource-fits-action';
import { findWhen } from './broken';
import type { Json } from './finds';
import { messages, whenChanged, whenGranted } from './granted';

describe('an action or a key that no service knows', () => {
  test.each([
    ['a misspelt action', { Action: 's3:GetObjectz' }, 's3:GetObjectz is no action of s3'],
    ['a misspelt prefix', { Action: 'sagemakr:*' }, 'sagemakr of sagemakr:* is no prefix'],
    ['a run time as a prefix', { Action: 'sagemaker-runtime:InvokeEndpoint' }, 'is no prefix of a service'],
    ['an operation that is no action', { Action: 's3:ListObjectsV2' }, 'is no action of s3'],
    ['an operation whose action has another name', { Action: 'lambda:Invoke' }, 'is no action of lambda'],
    ['a wildcard that stands for nothing', { Action: 's3:Fetch*' }, 'and stands for none'],
    ['an action without a service', { Action: 'GetObject' }, 'it has to be service:Action'],
    ['an excluded action', { NotAction: 's3:GetObjectz' }, 's3:GetObjectz is no action of s3'],
    [
      'a key of a service',
      { Action: 's3:ListBucket', Condition: { StringEquals: { 's3:prefx': 'a' } } },
      'the condition key s3:prefx',
    ],
    [
      'a global key',
      { Action: 's3:ListBucket', Condition: { StringEquals: { 'aws:SourceAcount': '1' } } },
      'aws:SourceAcount',
    ],
    [
      'the key with a hole of a published sample',
      { Action: 'sagemaker:CreateModel', Condition: { Null: { 'sagemaker:VpcSecurityGroup': 'true' } } },
      'sagemaker:VpcSecurityGroup is none',
    ],
  ])('is found: %s', (_, statement, expected) => {
    expect(messages(whenGranted(iamKnownActions, statement))).toContain(expected);
  });

  test('is found in a trust policy and in the policy of a resource', () => {
    const trust = findWhen(iamKnownActions, 'AWS::IAM::Role', ({ Properties }) => {
      Properties.AssumeRolePolicyDocument.Statement[0].Action = 'sts:Assume';
    });
    const bucket = findWhen(iamKnownActions, 'AWS::S3::BucketPolicy', ({ Properties }) => {
      Properties.PolicyDocument.Statement[0].Condition = { Bool: { 'aws:SecureTransprt': 'false' } };
    });

    expect(messages(trust)).toContain('sts:Assume is no action of sts');
    expect(messages(bucket)).toContain('aws:SecureTransprt');
  });
});

describe('a condition that no request can fulfil', () => {
  const on = (Action: string, Condition: Json, more: Json = {}) => ({ Action, Condition, ...more });

  test.each([
    [
      'a key of another action',
      on('sagemaker:DescribeEndpoint', { StringEquals: { 'sagemaker:TargetModel': 'x' } }),
      'never carries',
    ],
    [
      'a key of another service',
      on('s3:PutObject', { StringEquals: { 'cloudwatch:namespace': 'x' } }),
      'never carries',
    ],
    [
      'a tag that is not asked about',
      on('cloudwatch:PutMetricData', { StringEquals: { 'aws:RequestTag/phase': 'x' } }),
      'never carries',
    ],
    [
      'what only services carry',
      on('s3:PutObject', { StringEquals: { 'aws:SourceAccount': '111111111111' } }),
      'services only',
    ],
    ['a wildcard by the letter', on('s3:ListBucket', { StringEquals: { 's3:prefix': 'raw/*' } }), 'needs StringLike'],
    [
      'a text for a truth',
      on('sagemaker:CreateModel', { Bool: { 'sagemaker:NetworkIsolation': 'yes' } }),
      'not with true or false',
    ],
    ['a number for a text', on('s3:ListBucket', { NumericEquals: { 's3:prefix': '1' } }), 'compares Numeric'],
    ['a text for a number', on('s3:ListBucket', { StringEquals: { 's3:max-keys': '1' } }), 'compares String'],
    [
      'one value of many',
      on('sagemaker:CreateTrainingJob', { StringEquals: { 'sagemaker:InstanceTypes': 'ml.m5.large' } }),
      'ForAnyValue',
    ],
    [
      'a key of yesterday',
      on('sagemaker:CreateTrainingJob', { StringEquals: { 'sagemaker:VolumeKmsKey': 'x' } }),
      'is deprecated',
    ],
    [
      'a Deny whose action never carries the key',
      on('sagemaker:StopTrainingJob', { Null: { 'sagemaker:VpcSubnets': 'true' } }, { Effect: 'Deny' }),
      'never carries',
    ],
    [
      'two missing keys in one Deny',
      on(
        'sagemaker:CreateModel',
        { Null: { 'sagemaker:VpcSubnets': 'true', 'sagemaker:VpcSecurityGroupIds': 'true' } },
        { Effect: 'Deny' },
      ),
      'missing together',
    ],
  ])('is found: %s', (_, statement, expected) => {
    expect(messages(whenGranted(iamConditionKeysFit, statement))).toContain(expected);
  });

  test('is found where one action of several carries the key and the others do not', () => {
    const found = whenChanged(iamConditionKeysFit, 'cloudwatch:PutMetricData', (statement) => {
      statement.Action = ['cloudwatch:PutMetricData', 'cloudwatch:GetMetricData'];
    });

    expect(messages(found)).toContain('cloudwatch:GetMetricData never carries cloudwatch:namespace');
  });
});

describe('a resource that an action does not take', () => {
  const grant = (Action: string | string[], Resource: string | string[]) => ({ Action, Resource });
  const arn = (service: string, name: string) => `arn:aws:${service}:us-east-1:111111111111:${name}`;

  test.each([
    ['a bucket for an action on objects', grant('s3:GetObject', 'arn:aws:s3:::bucket'), 's3:GetObject takes'],
    ['objects for an action on the bucket', grant('s3:ListBucket', 'arn:aws:s3:::bucket/raw/*'), 's3:ListBucket takes'],
    [
      'another kind',
      grant('sagemaker:DescribeModel', arn('sagemaker', 'endpoint/x')),
      'sagemaker:DescribeModel takes model',
    ],
    ['another service', grant('states:StartExecution', arn('lambda', 'function:x')), 'states:StartExecution takes'],
    [
      'a kind that does not exist',
      grant('sagemaker:DescribeTrainingJob', arn('sagemaker', 'trainingjob/*')),
      'none of the resources',
    ],
    [
      'an execution for its machine',
      grant('states:StartExecution', arn('states', 'execution:x:*')),
      'states:StartExecution takes',
    ],
    [
      'a machine for its executions',
      grant('states:StopExecution', arn('states', 'stateMachine:x')),
      'states:StopExecution takes',
    ],
    [
      'a pipeline for its executions',
      grant('sagemaker:StopPipelineExecution', arn('sagemaker', 'pipeline/x')),
      'takes pipeline-execution',
    ],
    ['an alias for a key', grant('kms:Decrypt', arn('kms', 'alias/x')), 'kms:Decrypt takes key'],
    ['a name for an action without', grant('ecr:GetAuthorizationToken', arn('ecr', 'repository/x')), 'on * only'],
    [
      'one of several actions',
      grant(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::bucket/*'),
      's3:ListBucket takes',
    ],
    [
      'one of several resources',
      grant('sqs:SendMessage', [arn('sqs', 'queue'), arn('sns', 'topic')]),
      'no action of it takes',
    ],
    ['everything', grant('s3:GetObject', '*'), 's3:GetObject on *'],
    ['everything beside a name', grant('dynamodb:PutItem', [arn('dynamodb', 'table/x'), '*']), 'dynamodb:PutItem on *'],
    [
      'everything for one of two',
      grant(['ecr:GetAuthorizationToken', 'ecr:BatchGetImage'], '*'),
      'ecr:BatchGetImage on *',
    ],
    ['every name', grant('s3:GetObject', 'arn:aws:s3:::*/*'), 'leaves open'],
    ['every account', grant('sqs:SendMessage', 'arn:aws:sqs:us-east-1:*:queue'), 'leaves open'],
    ['every region', grant('lambda:InvokeFunction', 'arn:aws:lambda:*:111111111111:function:x'), 'leaves open'],
  ])('is found: %s', (_, statement, expected) => {
    expect(messages(whenGranted(iamResourceFitsAction, statement))).toContain(expected);
  });

  test('is none where a Deny is about everything', () => {
    expect(whenGranted(iamResourceFitsAction, { Effect: 'Deny', Action: 's3:GetObject' })).toEqual([]);
  });
});

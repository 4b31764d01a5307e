import { grantedPlacesAreUsed } from '../../scripts/proof/checks/granted-places-are-used';
import { handlersUseWhatTheyMay } from '../../scripts/proof/checks/handlers-use-what-they-may';
import { machinesUseWhatTheyMay } from '../../scripts/proof/checks/machines-use-what-they-may';
import { managedPoliciesExist } from '../../scripts/proof/checks/managed-policies-exist';
import { metricNamespaces } from '../../scripts/proof/checks/metric-namespaces';
import { modelApproval } from '../../scripts/proof/checks/model-approval';
import { finds, holds, type Json } from './finds';
import { messages, PIPELINE, whenChanged, whenGranted } from './granted';

describe('in the product', () => {
  holds([
    grantedPlacesAreUsed,
    handlersUseWhatTheyMay,
    machinesUseWhatTheyMay,
    managedPoliciesExist,
    metricNamespaces,
    modelApproval,
  ]);
});

describe('a grant that no code can use is found:', () => {
  test.each(['sagemaker:DeleteRecord', 'dynamodb:DeleteTable', 'cloudformation:DeleteStack', 'glue:StartJobRun'])(
    '%s',
    (Action) => {
      expect(messages(whenGranted(handlersUseWhatTheyMay, { Action }))).toMatch(
        new RegExp(`may ${Action}, which the code of StartStartTraining`),
      );
    },
  );

  test.each(['dynamodb:PutItem', 'kms:Decrypt', 'xray:PutTraceSegments'])('%s is of use', (Action) => {
    expect(whenGranted(handlersUseWhatTheyMay, { Action })).toEqual([]);
  });
});

test('a grant that no task of a machine calls is found', () => {
  const found = whenChanged(
    machinesUseWhatTheyMay,
    'dynamodb:DeleteItem',
    (statement) => (statement.Action = ['dynamodb:DeleteItem', 'dynamodb:DeleteTable'].concat(statement.Action)),
    /^PrepareDataRole|^PrepareDataMachineRole/,
  );
  expect(messages(found)).toMatch(/may dynamodb:DeleteTable, which no task/);
});

describe('metrics may be put only where somebody looks:', () => {
  const ACTION = 'cloudwatch:PutMetricData';
  const limit = (Condition: Json | undefined) =>
    messages(whenChanged(metricNamespaces, ACTION, (statement) => Object.assign(statement, { Condition })));
  const to = (operator: string, namespace: string) => ({ [operator]: { 'cloudwatch:namespace': namespace } });

  test.each([
    ['no condition', undefined, /in every namespace/],
    ['a condition that all fulfil', to('StringLike', '*'), /in every namespace/],
    ['a condition that all others fulfil', to('StringNotEquals', 'ml-lifecycle-sandbox'), /in every namespace/],
    ['a namespace of nobody', to('StringEquals', 'ml-lifecycle'), /in ml-lifecycle, which no alarm/],
    ['another case', to('StringEquals', 'ML-Lifecycle-Sandbox'), /may not put metrics in ml-lifecycle-sandbox/],
  ] as const)('%s is found', (_, condition, message) => {
    expect(limit(condition)).toMatch(message);
  });

  test('a second statement without a condition is found', () => {
    expect(messages(whenGranted(metricNamespaces, { Action: 'cloudwatch:*' }))).toMatch(/in every namespace/);
  });
});

describe('no role approves what it registers:', () => {
  const denial = (change: (statement: Json) => void) =>
    messages(whenChanged(modelApproval, 'sagemaker:UpdateModelPackage', change, PIPELINE));

  test.each<[string, (statement: Json) => void]>([
    ['another action', (statement) => (statement.Action = ['sagemaker:UpdateModelPackage'])],
    ['another status', (statement) => (statement.Condition.StringEquals['sagemaker:ModelApprovalStatus'] = 'approved')],
    ['another resource', (statement) => (statement.Resource = 'arn:aws:sagemaker:us-east-1:111111111111:model/*')],
    ['a condition more', (statement) => (statement.Condition.Bool = { 'aws:MultiFactorAuthPresent': 'false' })],
    ['nothing', (statement) => (statement.Effect = 'Allow')],
  ])('a denial of %s is found', (_, change) => {
    expect(denial(change)).toMatch(/may sagemaker:CreateModelPackage with .* Approved/);
  });

  test('a function that may approve is found', () => {
    const granted = { Action: 'sagemaker:Update*', Resource: 'arn:aws:sagemaker:*:*:model-package/*' };
    expect(messages(whenGranted(modelApproval, granted))).toMatch(/may sagemaker:UpdateModelPackage/);
  });
});

test.each(['/models/*', '/run/*', '/runs-2/*'])('a grant of %s, which nothing is told, is found', (prefix) => {
  const found = whenChanged(
    grantedPlacesAreUsed,
    's3:PutObject',
    (statement) => (statement.Resource['Fn::Join'][1][1] = prefix),
    /^EvaluationEvaluateModel/,
  );
  expect(messages(found)).toMatch(/which nothing in the templates is told/);
});

describe('a policy of AWS that does not exist is found:', () => {
  const arn = (name: string) => ({ 'Fn::Sub': `arn:$\{AWS::Partition}:iam::aws:policy/${name}` });
  finds(
    managedPoliciesExist,
    [
      'AmazonSageMakerFullaccess',
      'AWSLambdaBasicExecutionRole',
      'service-role/AmazonAPIGatewayPushToCloudwatchLogs',
    ].map((name) => [
      name,
      'AWS::IAM::Role',
      ({ Properties }) => (Properties.ManagedPolicyArns = [arn(name)]),
      new RegExp(`it has ${name}, no known policy`),
    ]),
  );
});

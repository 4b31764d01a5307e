import { iamDeadStatement } from '../../scripts/proof/checks/iam-dead-statement';
import { iamNoManagedFullAccess } from '../../scripts/proof/checks/iam-no-managed-full-access';
import { iamNoWildcardAction } from '../../scripts/proof/checks/iam-no-wildcard-action';
import { iamPassRole } from '../../scripts/proof/checks/iam-pass-role';
import { findWhen } from './broken';
import type { Json } from './finds';
import { messages, PIPELINE, START_TRAINING, whenChanged, whenGranted } from './granted';

describe('more rights than are named', () => {
  test.each([
    ['everything', { Action: '*' }],
    ['a service', { Action: 'sagemaker:*' }],
    ['a service in a list', { Action: ['s3:GetObject', 'kms:*'] }],
    ['a verb', { Action: 'sagemaker:Create*' }],
    ['a letter', { Action: 's3:?etObject' }],
    ['all but one action', { NotAction: 'iam:CreateUser' }],
    ['all but one resource', { Action: 's3:GetObject', Resource: undefined, NotResource: 'arn:aws:s3:::b/*' }],
  ])('are found: %s', (_, statement) => {
    expect(whenGranted(iamNoWildcardAction, statement)).toHaveLength(1);
  });

  test('are found in an inline policy, a policy of its own and on a resource', () => {
    const Statement = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
    const inline = findWhen(iamNoWildcardAction, 'AWS::IAM::Role', ({ Properties }) => {
      Properties.Policies = [{ PolicyName: 'more', PolicyDocument: { Statement } }];
    });
    const managed = findWhen(iamNoWildcardAction, 'AWS::IAM::Role', (_, { Resources }) => {
      Resources.More = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement } } };
    });
    const topic = findWhen(iamNoWildcardAction, 'AWS::SNS::TopicPolicy', ({ Properties }) => {
      Properties.PolicyDocument.Statement[1].Action = 'sns:*';
    });

    expect([inline, managed, topic].map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  test('are those of a key that somebody else than the account has', () => {
    const found = findWhen(iamNoWildcardAction, 'AWS::KMS::Key', ({ Properties }) => {
      Properties.KeyPolicy.Statement[1].Action = 'kms:*';
    });

    expect(messages(found)).toContain('it allows kms:*');
  });

  test.each(['AmazonSageMakerFullAccess', 'AdministratorAccess', 'service-role/AWSGlueServiceRole'])(
    'come with the policy %s',
    (name) => {
      const found = findWhen(
        iamNoManagedFullAccess,
        'AWS::IAM::Role',
        ({ Properties }) => {
          Properties.ManagedPolicyArns = [
            { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${name}`]] },
          ];
        },
        { id: START_TRAINING },
      );

      expect(messages(found.filter(({ logicalId }) => START_TRAINING.test(logicalId)))).toContain(
        `policy/${name}, which is of AWS`,
      );
    },
  );
});

describe('a role that is handed over', () => {
  const pass = (change: (statement: Json) => void) =>
    messages(whenChanged(iamPassRole, 'iam:PassRole', change, PIPELINE));

  test('is one role', () => {
    expect(pass((statement) => Object.assign(statement, { Resource: '*' }))).toContain('* is no role of a template');
    expect(pass((statement) => Object.assign(statement, { Resource: 'arn:aws:iam::111111111111:role/*' }))).toContain(
      'is no role',
    );
    expect(
      pass((statement) => Object.assign(statement, { Resource: [statement.Resource, statement.Resource] })),
    ).toContain('it passes 2 roles');
  });

  test('goes to a service that is named', () => {
    expect(pass((statement) => delete statement.Condition)).toContain('iam:PassedToService is missing');
    expect(
      pass((statement) =>
        Object.assign(statement, { Condition: { StringLike: { 'iam:PassedToService': '*.amazonaws.com' } } }),
      ),
    ).toContain('StringLike leaves open');
    expect(
      pass((statement) =>
        Object.assign(statement, { Condition: { StringEquals: { 'iam:PassedToService': 'sagemakr.amazonaws.com' } } }),
      ),
    ).toContain('is no service');
  });

  test('trusts that service', () => {
    expect(
      pass((statement) =>
        Object.assign(statement, { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }),
      ),
    ).toContain('does not trust lambda.amazonaws.com');
  });

  test('may be handed over by who starts a job with it', () => {
    expect(pass((statement) => Object.assign(statement, { Effect: 'Deny' }))).toContain('may pass none');
    expect(messages(whenGranted(iamPassRole, { Action: 'sagemaker:CreateModel' }))).toContain('may pass none');
  });

  test('is found behind a wildcard', () => {
    expect(messages(whenGranted(iamPassRole, { Action: 'iam:Pass*' }))).toContain('* is no role of a template');
  });
});

describe('a statement that does nothing', () => {
  const change = (action: string, Resource: unknown, id = START_TRAINING) =>
    messages(whenChanged(iamDeadStatement, action, (statement) => Object.assign(statement, { Resource }), id));
  const arn = (service: string, name: string) => `arn:aws:${service}:us-east-1:111111111111:${name}`;

  test.each([
    ['sagemaker:StartPipelineExecution', arn('sagemaker', 'pipeline/ml-lifecycle-sandbox-chrun')],
    ['sagemaker:ListModelPackages', arn('sagemaker', 'model-package/another/*')],
    ['dynamodb:GetItem', arn('dynamodb', 'table/starts')],
    ['dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111111111111:table/*'],
    ['s3:GetObject*', 'arn:aws:s3:::some-bucket/*'],
    ['kms:Decrypt', arn('kms', 'key/00000000-0000-0000-0000-000000000000')],
  ])('names what nothing is: %s on %s', (action, resource) => {
    expect(change(action, resource)).toContain('nothing that a template holds');
  });

  test('names another stack, endpoint or alarm than there is', () => {
    const decide = /^ApplyServingStateFunctionsDecide/;

    expect(
      change('cloudformation:DescribeStacks', arn('cloudformation', 'stack/ml-lifecycle-sandbox-serve/*'), decide),
    ).toContain('nothing');
    expect(
      change('cloudwatch:DescribeAlarms', arn('cloudwatch', 'alarm:ml-lifecycle-sandbox-errors'), decide),
    ).toContain('nothing');
    expect(
      change(
        'sagemaker:DescribeEndpoint',
        arn('sagemaker', 'endpoint/ml-lifecycle-sandbox-real'),
        /^ApplyServingStateFunctionsCheck/,
      ),
    ).toContain('nothing');
  });

  test('names a folder that nothing mentions', () => {
    const found = whenChanged(iamDeadStatement, 's3:GetObject*', ({ Resource }) => {
      Resource[1]['Fn::Join'][1][1] = '/datasets/chrun/*';
    });

    expect(messages(found)).toContain('no template mentions a folder chrun');
  });

  test('is for metrics in a namespace that nobody writes to', () => {
    const found = whenChanged(iamDeadStatement, 'cloudwatch:PutMetricData', ({ Condition }) => {
      Condition.StringEquals['cloudwatch:namespace'] = 'ml-lifecycle-sandbx';
    });

    expect(messages(found)).toContain('no template mentions the namespace ml-lifecycle-sandbx');
  });

  test('says what another says', () => {
    const twice = findWhen(
      iamDeadStatement,
      'AWS::IAM::Policy',
      ({ Properties: { PolicyDocument } }) =>
        PolicyDocument.Statement.push({ ...PolicyDocument.Statement[2], Action: 'sagemaker:StartPipelineExecution' }),
      { id: START_TRAINING },
    );

    expect(messages(twice)).toContain('says the same already, or more');
  });

  test('is denied by another', () => {
    expect(messages(whenGranted(iamDeadStatement, { Effect: 'Deny', Action: 'dynamodb:*' }))).toContain(
      'the statement "Deny dynamodb:*" says the same',
    );
  });
});

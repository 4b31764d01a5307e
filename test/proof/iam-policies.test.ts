import type { Check } from '../../scripts/proof/check';
import { iamConditionKeysFit } from '../../scripts/proof/checks/iam-condition-keys-fit';
import { iamDeadStatement } from '../../scripts/proof/checks/iam-dead-statement';
import { iamKnownActions } from '../../scripts/proof/checks/iam-known-actions';
import { iamNoManagedFullAccess } from '../../scripts/proof/checks/iam-no-managed-full-access';
import { iamNoWildcardAction } from '../../scripts/proof/checks/iam-no-wildcard-action';
import { iamPassRole } from '../../scripts/proof/checks/iam-pass-role';
import { iamResourceFitsAction } from '../../scripts/proof/checks/iam-resource-fits-action';
import { iamResourcePolicies } from '../../scripts/proof/checks/iam-resource-policies';
import { iamWellFormed } from '../../scripts/proof/checks/iam-well-formed';
import { decide } from '../../scripts/proof/iam/decide';
import { encryptionKeys } from '../../scripts/proof/iam/encryption-keys';
import { roleStatements } from '../../scripts/proof/iam/role-statements';
import { ASSEMBLIES, findWhen } from './broken';

// biome-ignore lint/suspicious/noExplicitAny: a policy as it stands in a template
type Json = Record<string, any>;

const START_TRAINING = /^StartStartTrainingRole/;
const PIPELINE = /^PipelineRolesPipeline/;

/** What a check finds when a statement is added to the role that starts trainings. */
function whenGranted(check: Check, statement: Json) {
  const added = { Effect: 'Allow', Resource: '*', ...statement };
  return findWhen(check, 'AWS::IAM::Policy', ({ Properties }) => Properties.PolicyDocument.Statement.push(added), {
    id: START_TRAINING,
  });
}

/** What a check finds when the statement with an action is changed. */
function whenChanged(check: Check, action: string, change: (statement: Json) => void, id = START_TRAINING) {
  return findWhen(
    check,
    'AWS::IAM::Policy',
    ({ Properties }) => {
      const meant = Properties.PolicyDocument.Statement.find((each: Json) => [each.Action].flat().includes(action));
      if (!meant) throw new Error(`no statement names ${action}`);
      change(meant);
    },
    { id },
  );
}

const messages = (findings: readonly { message: string }[]): string =>
  findings.map(({ message }) => message).join('\n');

describe.each(Object.entries(ASSEMBLIES))('what is deployed to %s', (_, assembly) => {
  test.each([
    iamConditionKeysFit,
    iamDeadStatement,
    iamKnownActions,
    iamNoWildcardAction,
    iamPassRole,
    iamResourceFitsAction,
    iamResourcePolicies,
    iamWellFormed,
  ])('breaks no rule of $id', ({ find }) => {
    expect(find(assembly)).toEqual([]);
  });

  test('has policies of AWS only where the CDK empties buckets, and for the logs of API Gateway', () => {
    const found = iamNoManagedFullAccess.find(assembly).map(({ logicalId }) => logicalId.slice(0, -8));

    expect(new Set(found)).toEqual(
      new Set(
        ['ApiCloudWatchRole', 'CustomS3AutoDeleteObjectsCustomResourceProviderRole'].filter((role) =>
          found.includes(role),
        ),
      ),
    );
    expect(found).toContain('ApiCloudWatchRole');
  });

  test('has statements for every role', () => {
    const roles = roleStatements(assembly);

    expect(roles.length).toBeGreaterThan(25);
    expect(roles.filter(({ statements, foreignPolicies }) => statements.length + foreignPolicies.length === 0)).toEqual(
      [],
    );
    expect(roles.filter(({ trust }) => trust.length === 0)).toEqual([]);
  });

  test('allows a role what it is for, and nothing else', () => {
    const role = roleStatements(assembly).find(({ role: { logicalId } }) => START_TRAINING.test(logicalId));
    const pipeline = assembly.stacks
      .flatMap(({ resources }) => resources)
      .find(({ Type }) => Type === 'AWS::SageMaker::Pipeline');
    const asked = { statements: role?.statements ?? [], action: 'sagemaker:StartPipelineExecution' };
    const arn = (name: unknown) => `arn:aws:sagemaker:us-east-1:111111111111:pipeline/${name}`;

    expect(decide({ ...asked, resource: arn(pipeline?.Properties.PipelineName) })).toBe('allowed');
    expect(decide({ ...asked, resource: arn('another') })).toBe('implicitly-denied');
  });

  test('the pipeline cannot approve what it registers', () => {
    const role = roleStatements(assembly).find(({ role: { logicalId } }) => PIPELINE.test(logicalId));
    const group = assembly.stacks
      .flatMap(({ resources }) => resources)
      .find(({ Type }) => Type === 'AWS::SageMaker::ModelPackageGroup');
    const asked = {
      statements: role?.statements ?? [],
      action: 'sagemaker:CreateModelPackage',
      resource: `arn:aws:sagemaker:us-east-1:111111111111:model-package/${group?.Properties.ModelPackageGroupName}/1`,
    };

    expect(decide({ ...asked, context: { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' } })).toBe('allowed');
    expect(decide({ ...asked, context: { 'sagemaker:ModelApprovalStatus': 'Approved' } })).toBe('explicitly-denied');
  });

  test('knows the key of every bucket that has one, of the topic and of the feature group', () => {
    const kinds = [...encryptionKeys(assembly).keys()].map((arn) => arn.split(':')[2]);

    expect(kinds.filter((kind) => kind === 's3').length).toBeGreaterThan(5);
    expect(kinds).toEqual(expect.arrayContaining(['sns', 'sagemaker']));
  });
});

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

describe('a document that is refused', () => {
  const change = (statement: Json) => messages(whenGranted(iamWellFormed, { Action: 's3:ListBucket', ...statement }));

  test.each([
    ['no effect', { Effect: undefined }, 'its effect is missing'],
    ['a misspelt effect', { Effect: 'allow' }, 'its effect is allow'],
    ['no action', { Action: [] }, 'it names no action'],
    ['no resource', { Resource: undefined }, 'it names no resource'],
    ['an empty list of resources', { Resource: [] }, 'its list of resources is empty'],
    ['a name for an ARN', { Resource: 'my-bucket/*' }, 'my-bucket/* is no ARN'],
    ['an ARN that is too short', { Resource: 'arn:aws:s3:my-bucket' }, 'is no ARN'],
    ['a principal', { Principal: '*' }, 'names no principal'],
    ['a Sid with a blank', { Sid: 'list it' }, 'more than letters and digits'],
    ['a misspelt operator', { Condition: { StringEqual: { 's3:prefix': 'a' } } }, 'StringEqual is no operator'],
    ['an operator without values', { Condition: { StringEquals: { 's3:prefix': [] } } }, 'is compared with nothing'],
  ])('is found: %s', (_, statement, expected) => {
    expect(change(statement)).toContain(expected);
  });

  test('is found: a version that IAM does not know, nothing in it, a Sid twice', () => {
    const when = (spoil: (document: Json) => void) =>
      messages(
        findWhen(iamWellFormed, 'AWS::IAM::Policy', ({ Properties }) => spoil(Properties.PolicyDocument), {
          id: START_TRAINING,
        }),
      );

    expect(when((document) => Object.assign(document, { Version: '2022-10-17' }))).toContain('version 2022-10-17');
    expect(when((document) => Object.assign(document, { Statement: [] }))).toContain('without a statement');
    expect(
      when(({ Statement: [one, other] }) => {
        one.Sid = 'same';
        other.Sid = 'same';
      }),
    ).toContain('same Sid');
  });

  test('is found: a trust policy that names a resource or nobody', () => {
    const when = (more: Json) =>
      messages(
        findWhen(iamWellFormed, 'AWS::IAM::Role', ({ Properties }) =>
          Object.assign(Properties.AssumeRolePolicyDocument.Statement[0], more),
        ),
      );

    expect(when({ Resource: '*' })).toContain('a trust policy names no resource');
    expect(when({ Principal: undefined })).toContain('it names no principal');
  });
});

describe('a policy of a resource', () => {
  const when = (type: string, spoil: (statement: Json, properties: Json) => void) =>
    messages(
      findWhen(iamResourcePolicies, type, ({ Properties }) => {
        const document = Properties.PolicyDocument ?? Properties.KeyPolicy;
        spoil(document.Statement.at(-1), Properties);
      }),
    );

  test.each([
    ['AWS::S3::BucketPolicy', 'arn:aws:s3:::another/*'],
    ['AWS::SQS::QueuePolicy', 'arn:aws:sqs:us-east-1:111111111111:another'],
    ['AWS::SNS::TopicPolicy', 'arn:aws:sns:us-east-1:111111111111:another'],
    ['AWS::SQS::QueuePolicy', '*'],
    ['AWS::KMS::Key', 'arn:aws:kms:us-east-1:111111111111:key/another'],
  ])('%s names what it stands on and not %s', (type, Resource) => {
    expect(when(type, (statement) => Object.assign(statement, { Resource }))).toContain(
      `${Resource} is not what the policy stands on`,
    );
  });

  test('names actions on that', () => {
    expect(when('AWS::SQS::QueuePolicy', (statement) => Object.assign(statement, { Action: 'sns:Publish' }))).toContain(
      'sns:Publish is no action',
    );
  });

  test('stands on something', () => {
    expect(
      when('AWS::S3::BucketPolicy', (_, properties) => Object.assign(properties, { Bucket: 'some-bucket' })),
    ).toContain('it stands on nothing');
  });

  test.each([
    { Service: 'event.amazonaws.com' },
    { Service: 'events.amazon.com' },
    { AWS: 'arn:aws:iam::111111111111:role/Gone' },
    { Role: 'x' },
  ])('lets in who exists, which %j does not', (Principal) => {
    expect(when('AWS::SQS::QueuePolicy', (statement) => Object.assign(statement, { Principal }))).toContain(
      'does not exist',
    );
  });
});

test.each([
  [{ PolicyDocument: 'no object' }],
  [{ PolicyDocument: { Statement: 'none' } }],
  [
    {
      PolicyDocument: {
        Statement: [
          null,
          1,
          [],
          { Action: { Ref: 'x' }, Resource: [{ 'Fn::Join': 'x' }, null], Condition: { StringEquals: 'x' } },
        ],
      },
    },
  ],
  [{}],
])('no check breaks down over a strange policy: %j', (properties) => {
  for (const check of [
    iamConditionKeysFit,
    iamDeadStatement,
    iamKnownActions,
    iamNoManagedFullAccess,
    iamNoWildcardAction,
    iamPassRole,
    iamResourceFitsAction,
    iamResourcePolicies,
    iamWellFormed,
  ])
    expect(() =>
      findWhen(check, 'AWS::IAM::Policy', (resource) => Object.assign(resource, { Properties: properties })),
    ).not.toThrow();
});

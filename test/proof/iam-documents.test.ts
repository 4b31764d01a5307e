import { iamResourcePolicies } from '../../scripts/proof/checks/iam-resource-policies';
import { iamWellFormed } from '../../scripts/proof/checks/iam-well-formed';
import { findWhen } from './broken';
import type { Json } from './finds';
import { messages, START_TRAINING, whenGranted } from './granted';

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

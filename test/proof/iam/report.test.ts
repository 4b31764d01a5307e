import type { Assembly } from '../../../scripts/proof/assembly';
import { iamDetector } from '../../../scripts/proof/iam/iam-detector';
import { rolesOf } from '../../../scripts/proof/iam/iam-judged';
import { findingsOf, IamProof, iamFindings } from '../../../scripts/proof/iam/iam-report';
import { callsText, figuresText, tableText } from '../../../scripts/proof/iam/iam-text';
import type { Recording } from '../../../scripts/proof/iam/record/read-record';
import { UNUSED_WITH_REASON, type UnusedWithReason } from '../../../scripts/proof/iam/unused-with-reason';
import { matches } from '../../../scripts/proof/iam/wildcard';
import { ASSEMBLIES } from '../broken';
import { allow, arnOf, assemblyOf, call, roleWith } from './made-up';

const LOGS = allow(
  ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  'arn:aws:logs:us-east-1:111111111111:log-group:/aws/lambda/f:*',
);
const TABLE = { 'Fn::GetAtt': ['Table', 'Arn'] };
const GET = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: TABLE };
const named = (table: string) => `arn:aws:dynamodb:us-east-1:111111111111:table/${table}`;

/** A function with a table, and a role with statements. */
function lambda(...statements: object[]): Assembly {
  return assemblyOf({
    Role: roleWith('lambda.amazonaws.com', LOGS, ...statements),
    Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    F: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'f', Role: arnOf('Role') } },
  });
}

const recording: Recording = {
  calls: [call('dynamodb:GetItem', named('stack-sandbox-table-1'))],
  physicalNames: new Map([['Stack/Table', 'stack-sandbox-table-1']]),
  denied: [],
};
const findings = (assembly: Assembly, more: Partial<Recording> = {}, environment = 'sandbox') =>
  findingsOf(new IamProof({ ...recording, ...more }, environment, []).report(assembly)).map(({ message }) => message);

test('a role with the rights that it needs and no others has no findings', () => {
  expect(findings(lambda(GET))).toEqual([]);
});

test('names of the record are the names of the templates', () => {
  expect(findings(lambda(GET), { physicalNames: new Map() })).toEqual([
    `dynamodb:GetItem on ${named('stack-sandbox-table-1')} is allowed by no statement (local run)`,
    'the statement "Allow dynamodb:GetItem": no recorded call uses it',
  ]);
});

test('a physical id that is an ARN or a URL says the name', () => {
  const queue = 'arn:aws:sqs:us-east-1:111111111111:q-1';
  const assembly = assemblyOf({
    Role: roleWith('lambda.amazonaws.com', LOGS, allow('sqs:SendMessage', 'x')),
    Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
    F: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'f', Role: arnOf('Role') } },
  });
  const granted = JSON.parse(
    JSON.stringify(assembly.stacks[0]?.template).replace('"x"', '{"Fn::GetAtt":["Queue","Arn"]}'),
  );
  const names = (id: string) => new Map([['Stack/Queue', id]]);
  const calls = [call('sqs:SendMessage', queue)];

  for (const id of ['https://sqs.us-east-1.amazonaws.com/111111111111/q-1', queue, 'q-1'])
    expect(findings(assemblyOf(granted.Resources), { calls, physicalNames: names(id) })).toEqual([]);
});

test('the record of one environment speaks of another under its name', () => {
  expect(findings(lambda(GET), {}, 'production')).toEqual([]);
});

test('what a local run was refused has to be allowed as well', () => {
  const denied = [call('dynamodb:PutItem', named('stack-sandbox-table-1'))];

  expect(findings(lambda(GET), { denied })).toHaveLength(1);
});

test('the key of what a call is about has to be allowed too, also where nobody recorded that', () => {
  const Bucket = {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketName: 'b',
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: arnOf('Key') } }],
      },
    },
  };
  const assembly = assemblyOf({
    Role: roleWith('lambda.amazonaws.com', allow('s3:GetObject', 'arn:aws:s3:::b/*')),
    Key: { Type: 'AWS::KMS::Key', Properties: {} },
    Bucket,
  });

  for (const read of [call('s3:GetObject', 'arn:aws:s3:::b/a'), call('s3:GetObject')])
    expect(findings(assembly, { calls: [read] }).join()).toMatch(
      'kms:Decrypt on arn:aws:kms:us-east-1:111111111111:key/',
    );
});

describe('for seeded faults', () => {
  const detector = iamDetector(recording, 'sandbox');
  const found = (...statements: object[]) =>
    [...detector.find(lambda(...statements), ['Stack'])].filter((each) => !each.includes('stale reason'));

  test('a right that is missing and one that is too much are found, and what is as before is not', () => {
    expect(found(GET)).toEqual([]);
    expect(found()).toHaveLength(1);
    expect(found({ ...GET, Action: ['dynamodb:GetItem', 'dynamodb:PutItem'] })).toHaveLength(1);
    expect(found(GET)).toEqual([]);
  });
});

test('a table says of each role how much it does, and which statement allows it', () => {
  const report = new IamProof(recording, 'sandbox', []).report(lambda(GET, allow('s3:GetObject', '*')));
  const [role] = report.roles;

  expect(tableText(report.roles).split('\n')[1]?.trim()).toMatch(/^Stack\/Role +4 +3 +0 +1$/);
  expect(role && callsText(role)).toMatch('[local run]  by the statement "Allow dynamodb:GetItem" of Role');
  expect(figuresText(report)).toBe(
    '1 roles, 4 calls, 3 statements, 0 insufficient, 0 not refused, 0 unused with reason, 1 unused, 0 stale reasons',
  );
});

describe('a reason to keep what nobody needs', () => {
  const calls = [call('s3:PutObject', 'arn:aws:s3:::b/a')];
  const reason: UnusedWithReason = {
    role: 'Stack/Ro*',
    kinds: ['action'],
    what: 's3:PutObjectTag*',
    beside: ['s3:PutObjectLegalHold'],
    reason: 'a bundle',
  };
  const put = (...more: string[]) => {
    const assembly = lambda(allow(['s3:PutObject', ...more], 'arn:aws:s3:::b/*'));
    const report = new IamProof({ ...recording, calls }, 'sandbox', [reason]).report(assembly);
    return findingsOf(report).map(({ message }) => message);
  };

  test('holds only for what it names, in the company that it names', () => {
    expect(put('s3:PutObjectTagging', 's3:PutObjectLegalHold')).toEqual([
      'the statement "Allow s3:PutObject and 2 more": no recorded call uses s3:PutObjectLegalHold',
    ]);
    expect(put('s3:PutObjectTagging')).toContain(
      'the statement "Allow s3:PutObject and 1 more": no recorded call uses s3:PutObjectTagging',
    );
  });

  test('is stale when nothing needs it', () => {
    expect(put()).toEqual(['stale reason for s3:PutObjectTag*: a bundle']);
  });

  test('is about a role of the product', () => {
    const ids = rolesOf(ASSEMBLIES.sandbox).map(({ id }) => id);

    expect(UNUSED_WITH_REASON.filter(({ role }) => !ids.some((id) => matches(role, id)))).toEqual([]);
  });
});

test('the findings of the proof are those of the report, with the reasons of the product', () => {
  expect(iamFindings(lambda(GET), recording, 'sandbox').filter(({ role }) => role === 'Stack/Role')).toEqual([]);
  expect(iamFindings(lambda(), recording, 'sandbox')).toContainEqual({
    role: 'Stack/Role',
    message: `dynamodb:GetItem on ${named('stack-sandbox-table-1')} is allowed by no statement (local run)`,
  });
});

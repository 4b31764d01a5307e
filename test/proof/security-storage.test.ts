import type { Check } from '../../scripts/proof/check';
import { bucketAccessLogs } from '../../scripts/proof/checks/bucket-access-logs';
import { bucketEncryption } from '../../scripts/proof/checks/bucket-encryption';
import { bucketLifecycle } from '../../scripts/proof/checks/bucket-lifecycle';
import { bucketPrivacy } from '../../scripts/proof/checks/bucket-privacy';
import { bucketVersioning } from '../../scripts/proof/checks/bucket-versioning';
import { kmsKeys } from '../../scripts/proof/checks/kms-keys';
import { logEncryption } from '../../scripts/proof/checks/log-encryption';
import { logRetention } from '../../scripts/proof/checks/log-retention';
import { stateMachineLogs } from '../../scripts/proof/checks/state-machine-logs';
import { streamEncryption } from '../../scripts/proof/checks/stream-encryption';
import { tlsOnly } from '../../scripts/proof/checks/tls-only';
import { judge } from '../../scripts/proof/judge';
import { WAIVERS } from '../../scripts/proof/waivers';
import { ASSEMBLIES, findWhen } from './broken';

const CHECKS: readonly Check[] = [
  bucketPrivacy,
  tlsOnly,
  bucketVersioning,
  bucketLifecycle,
  bucketAccessLogs,
  bucketEncryption,
  kmsKeys,
  logRetention,
  logEncryption,
  streamEncryption,
  stateMachineLogs,
];

/** A part of a template. */
type Json = Parameters<Parameters<typeof findWhen>[2]>[0];

const ACCOUNT = { Ref: 'AWS::AccountId' };
const joined = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

/** Only what the change brought, since the product has findings that are waived. */
function newFindings(check: Check, type: string, change: Parameters<typeof findWhen>[2], id = /./): string[] {
  const before = new Set(check.find(ASSEMBLIES.sandbox).map((each) => JSON.stringify(each)));
  return findWhen(check, type, change, { id })
    .filter((each) => !before.has(JSON.stringify(each)))
    .map(({ message }) => message);
}

const changed = (change: (properties: Json) => unknown) => (resource: Json) => {
  change(resource.Properties);
};

describe.each(['sandbox', 'production'] as const)('in %s', (environment) => {
  test.each(CHECKS.map((check) => [check.id, check] as const))('%s finds nothing but what is waived', (_, check) => {
    const waivers = WAIVERS.filter((each) => each.check === check.id);
    const { open, stale } = judge(ASSEMBLIES[environment], environment, [check], waivers);
    expect(open).toEqual([]);
    expect(stale).toEqual([]);
  });
});

describe('a bucket', () => {
  const bucket = 'AWS::S3::Bucket';
  const policy = 'AWS::S3::BucketPolicy';

  test.each([
    ['nothing blocked', (p: Json) => delete p.PublicAccessBlockConfiguration, 4],
    ['one door open', (p: Json) => (p.PublicAccessBlockConfiguration.RestrictPublicBuckets = false), 1],
    ['objects of others', (p: Json) => (p.OwnershipControls.Rules[0].ObjectOwnership = 'ObjectWriter'), 1],
    ['owners unsaid', (p: Json) => delete p.OwnershipControls, 1],
    ['an access list', (p: Json) => (p.AccessControl = 'LogDeliveryWrite'), 1],
    ['a website', (p: Json) => (p.WebsiteConfiguration = { IndexDocument: 'index.html' }), 1],
  ])('is private: %s', (_, change, count) => {
    expect(newFindings(bucketPrivacy, bucket, changed(change))).toHaveLength(count);
  });

  test.each([
    ['an allowance instead', (s: Json) => (s.Effect = 'Allow')],
    ['denied with TLS', (s: Json) => (s.Condition = { Bool: { 'aws:SecureTransport': 'true' } })],
    ['denied in one more case only', (s: Json) => (s.Condition.StringEquals = { 'aws:PrincipalAccount': '1' })],
    ['denied to some', (s: Json) => (s.Principal = { AWS: 'arn:aws:iam::111111111111:root' })],
    ['reading only', (s: Json) => (s.Action = 's3:GetObject')],
    ['its objects forgotten', (s: Json) => s.Resource.pop()],
    ['itself forgotten', (s: Json) => s.Resource.shift()],
  ])('refuses who comes without TLS: %s', (_, change) => {
    const found = newFindings(tlsOnly, policy, ({ Properties }) => {
      change(Properties.PolicyDocument.Statement[0]);
    });
    expect(found).toEqual([expect.stringMatching(/aws:SecureTransport/)]);
  });

  test.each([
    ['AWS::SQS::QueuePolicy', 'SQS4'],
    ['AWS::SNS::TopicPolicy', 'SNS3'],
  ])('is not alone in that: %s', (type, control) => {
    const found = newFindings(tlsOnly, type, ({ Properties }) => {
      Properties.PolicyDocument.Statement.shift();
    });
    expect(found).toEqual([expect.stringMatching(control)]);
  });

  test('has the policy of itself, not of its neighbour', () => {
    const found = newFindings(tlsOnly, policy, ({ Properties }) => {
      Properties.Bucket = { Ref: 'StorageCurated8783DDC7' };
    });
    expect(found).toHaveLength(1);
  });

  test.each([
    ['never', (p: Json) => delete p.VersioningConfiguration],
    ['no more', (p: Json) => (p.VersioningConfiguration.Status = 'Suspended')],
  ])('keeps old versions: %s', (_, change) => {
    expect(newFindings(bucketVersioning, bucket, changed(change), /^StorageRaw/)).toEqual([
      expect.stringMatching(/S-09/),
    ]);
  });

  test.each([
    ['no rule', (p: Json) => delete p.LifecycleConfiguration, 2],
    ['a rule that is off', (p: Json) => (p.LifecycleConfiguration.Rules[0].Status = 'Disabled'), 2],
    ['a rule for a part', (p: Json) => (p.LifecycleConfiguration.Rules[0].Prefix = 'raw/'), 2],
    ['uploads stay', (p: Json) => delete p.LifecycleConfiguration.Rules[0].AbortIncompleteMultipartUpload, 1],
    ['versions stay', (p: Json) => delete p.LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration, 1],
    ['no days', (p: Json) => (p.LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration = {}), 1],
  ])('clears up: %s', (_, change, count) => {
    expect(newFindings(bucketLifecycle, bucket, changed(change), /^StorageRaw/)).toHaveLength(count);
  });

  test.each([
    ['nowhere', (p: Json) => delete p.LoggingConfiguration, /names no bucket/],
    [
      'to itself',
      (p: Json) => (p.LoggingConfiguration.DestinationBucketName = { Ref: 'StorageRaw7E344C76' }),
      /go to itself/,
    ],
    [
      'to a stranger',
      (p: Json) => (p.LoggingConfiguration.DestinationBucketName = 'some-bucket'),
      /which no template has/,
    ],
    [
      'to where S3 may not write',
      (p: Json) => (p.LoggingConfiguration.DestinationBucketName = { Ref: 'StorageCurated8783DDC7' }),
      /does not let logging/,
    ],
  ])('logs who comes: %s', (_, change, message) => {
    const found = newFindings(bucketAccessLogs, bucket, changed(change), /^StorageRaw/);
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  test('logs apart from its neighbours', () => {
    const found = newFindings(
      bucketAccessLogs,
      bucket,
      changed((p) => (p.LoggingConfiguration.LogFilePrefix = 'Storage-Raw/')),
      /^StorageCurated/,
    );
    expect(found).toEqual([expect.stringMatching(/LogFilePrefix/)]);
  });

  test.each([
    ['another service', (s: Json) => (s.Principal.Service = 's3.amazonaws.com')],
    ['reading', (s: Json) => (s.Action = 's3:GetObject')],
    ['another bucket', (s: Json) => (s.Resource = 'arn:aws:s3:::some-bucket/*')],
  ])('of logs lets S3 write: %s', (_, change) => {
    const found = newFindings(
      bucketAccessLogs,
      policy,
      ({ Properties }) => change(Properties.PolicyDocument.Statement.at(-1)),
      /^AccessLogs/,
    );
    expect(found).toEqual([expect.stringMatching(/does not let logging\.s3/)]);
  });

  test.each([
    ['nothing', /^StorageRaw/, (p: Json) => delete p.BucketEncryption, /is missing/],
    ['nothing, for logs', /^AccessLogs/, (p: Json): unknown => delete p.BucketEncryption, /is missing/],
    [
      'a key of AWS',
      /^StorageRaw/,
      (p: Json) => (encryption(p).ServerSideEncryptionByDefault.KMSMasterKeyID = 'alias/aws/s3'),
      /AWS's own/,
    ],
    [
      'no key named',
      /^StorageRaw/,
      (p: Json) => delete encryption(p).ServerSideEncryptionByDefault.KMSMasterKeyID,
      /is missing/,
    ],
    [
      'S3 itself',
      /^StorageRaw/,
      (p: Json) => (encryption(p).ServerSideEncryptionByDefault = { SSEAlgorithm: 'AES256' }),
      /has to be aws:kms/,
    ],
    [
      'a request for each object',
      /^StorageRaw/,
      (p: Json) => delete encryption(p).BucketKeyEnabled,
      /BucketKeyEnabled/,
    ],
    [
      'logs by a key',
      /^AccessLogs/,
      (p: Json) => (encryption(p).ServerSideEncryptionByDefault = { SSEAlgorithm: 'aws:kms' }),
      /to AES256 only/,
    ],
  ])('is encrypted by the right key: %s', (_, id, change, message) => {
    expect(newFindings(bucketEncryption, bucket, changed(change), id)).toEqual([expect.stringMatching(message)]);
  });

  function encryption(properties: Json): Json {
    return properties.BucketEncryption.ServerSideEncryptionConfiguration[0];
  }
});

describe('a key', () => {
  const allow = (statement: Json) => (p: Json) =>
    p.KeyPolicy.Statement.push({ Effect: 'Allow', Resource: '*', ...statement });

  test.each([
    ['rotates', (p: Json) => delete p.EnableKeyRotation, /EnableKeyRotation/],
    ['is in use', (p: Json) => (p.Enabled = false), /Enabled/],
    ['stays a while', (p: Json) => (p.PendingWindowInDays = 3), /between 7 and 30/],
    ['belongs to the account', (p: Json) => p.KeyPolicy.Statement.shift(), /account itself/],
    [
      'belongs to this account',
      (p: Json) => (p.KeyPolicy.Statement[0].Principal = { AWS: 'arn:aws:iam::123456789012:root' }),
      /account itself/,
    ],
    ['is not anybody’s', allow({ Action: 'kms:*', Principal: { AWS: '*' } }), /lets \* do kms:\*/],
    [
      'is no role’s',
      allow({
        Action: ['kms:Decrypt', 'kms:*'],
        Principal: { AWS: joined('arn:aws:iam::', ACCOUNT, ':role/x') },
      }),
      /role\/x do kms:\*/,
    ],
  ])('%s', (_, change, message) => {
    const [first] = newFindings(kmsKeys, 'AWS::KMS::Key', changed(change));
    expect(first).toMatch(message);
  });

  test('that signs does not rotate', () => {
    const found = newFindings(
      kmsKeys,
      'AWS::KMS::Key',
      changed((p) => {
        p.KeySpec = 'ECC_NIST_P256';
        delete p.EnableKeyRotation;
      }),
    );
    expect(found).toEqual([]);
  });
});

describe('a log group', () => {
  const group = 'AWS::Logs::LogGroup';

  test.each([
    ['for ever', (p: Json) => delete p.RetentionInDays],
    ['for days that CloudWatch does not know', (p: Json) => (p.RetentionInDays = 15)],
  ])('forgets: not %s', (_, change) => {
    expect(newFindings(logRetention, group, changed(change))).toEqual([expect.stringMatching(/RetentionInDays/)]);
  });

  test('is made for every function', () => {
    const found = newFindings(
      logRetention,
      'AWS::Lambda::Function',
      changed((p) => delete p.LoggingConfig),
      /StartTraining/,
    );
    expect(found).toEqual([expect.stringMatching(/never forgets/)]);
  });

  test('may go by the name of its function', () => {
    const found = newFindings(
      logRetention,
      'AWS::Lambda::Function',
      ({ Properties }, template) => {
        delete Properties.LoggingConfig;
        Properties.FunctionName = 'start';
        template.Resources.Logs = {
          Type: group,
          Properties: { LogGroupName: '/aws/lambda/start', RetentionInDays: 14 },
        };
      },
      /StartTraining/,
    );
    expect(found).toEqual([]);
  });

  test('is made for what an API goes through', () => {
    const found = newFindings(
      logRetention,
      group,
      changed((p) => (p.LogGroupName = 'other')),
      /^ApiExecutionLogs/,
    );
    expect(found).toEqual([expect.stringMatching(/API-Gateway-Execution-Logs_/)]);
  });

  test('has a key that lets CloudWatch Logs use it', () => {
    const admits = {
      Effect: 'Allow',
      Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:GenerateDataKey*'],
      Resource: '*',
      Principal: { Service: 'logs.us-east-1.amazonaws.com' },
    };
    const messages = (...statements: Json[]) =>
      findWhen(logEncryption, 'AWS::KMS::Key', ({ Properties }, template) => {
        Properties.KeyPolicy.Statement.push(...statements);
        template.Resources.Logs = { Type: group, Properties: { KmsKeyId: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] } } };
      })
        .filter(({ logicalId }) => logicalId === 'Logs')
        .map(({ message }) => message);
    expect(messages(admits)).toEqual([]);
    expect(messages()).toEqual([expect.stringMatching(/does not let CloudWatch Logs/)]);
    expect(messages({ ...admits, Action: 'kms:Decrypt' })).toEqual([
      expect.stringMatching(/does not let CloudWatch Logs/),
    ]);
  });
});

describe('a stream', () => {
  test.each([
    ['nothing said', (p: Json): unknown => delete p.DeliveryStreamEncryptionConfigurationInput],
    ['no kind of key', (p: Json): unknown => delete p.DeliveryStreamEncryptionConfigurationInput.KeyType],
  ])('is encrypted while it waits: %s', (_, change) => {
    const found = newFindings(streamEncryption, 'AWS::KinesisFirehose::DeliveryStream', changed(change));
    expect(found).toEqual([expect.stringMatching(/DataFirehose\.1/)]);
  });
});

describe('a state machine', () => {
  test.each([
    ['nothing', (p: Json): unknown => delete p.LoggingConfiguration, 2],
    ['failures only', (p: Json): unknown => (p.LoggingConfiguration.Level = 'ERROR'), 1],
    ['to nowhere', (p: Json): unknown => (p.LoggingConfiguration.Destinations = []), 1],
    ['all the data', (p: Json): unknown => (p.LoggingConfiguration.IncludeExecutionData = true), 1],
    ['without traces', (p: Json): unknown => (p.TracingConfiguration.Enabled = false), 1],
  ])('logs its steps: not %s', (_, change, count) => {
    expect(newFindings(stateMachineLogs, 'AWS::StepFunctions::StateMachine', changed(change))).toHaveLength(count);
  });
});

test('a template that makes no sense stops no check', () => {
  for (const odd of [null, 'x', 7, [], [null], { 'Fn::If': [] }])
    for (const check of CHECKS)
      for (const type of ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::KMS::Key', 'AWS::Logs::LogGroup'])
        expect(() =>
          findWhen(check, type, ({ Properties }) => {
            for (const name of Object.keys(Properties)) Properties[name] = odd;
          }),
        ).not.toThrow();
});

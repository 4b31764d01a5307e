import { bucketAccessLogs } from '../../scripts/proof/checks/bucket-access-logs';
import { bucketEncryption } from '../../scripts/proof/checks/bucket-encryption';
import { bucketLifecycle } from '../../scripts/proof/checks/bucket-lifecycle';
import { bucketPrivacy } from '../../scripts/proof/checks/bucket-privacy';
import { bucketVersioning } from '../../scripts/proof/checks/bucket-versioning';
import { tlsOnly } from '../../scripts/proof/checks/tls-only';
import { newFindings, nothingButWaived } from './brought';
import type { Json } from './finds';

const changed = (change: (properties: Json) => unknown) => (resource: Json) => {
  change(resource.Properties);
};

nothingButWaived(bucketPrivacy, tlsOnly, bucketVersioning, bucketLifecycle, bucketAccessLogs, bucketEncryption);

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
    expect(newFindings(bucketVersioning, bucket, changed(change), { id: /^StorageRaw/ })).toEqual([
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
    expect(newFindings(bucketLifecycle, bucket, changed(change), { id: /^StorageRaw/ })).toHaveLength(count);
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
    const found = newFindings(bucketAccessLogs, bucket, changed(change), { id: /^StorageRaw/ });
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  test('logs apart from its neighbours', () => {
    const found = newFindings(
      bucketAccessLogs,
      bucket,
      changed((p) => (p.LoggingConfiguration.LogFilePrefix = 'Storage-Raw/')),
      { id: /^StorageCurated/ },
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
      { id: /^AccessLogs/ },
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
    expect(newFindings(bucketEncryption, bucket, changed(change), { id })).toEqual([expect.stringMatching(message)]);
  });

  function encryption(properties: Json): Json {
    return properties.BucketEncryption.ServerSideEncryptionConfiguration[0];
  }
});

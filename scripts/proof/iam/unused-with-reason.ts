import type { Unused } from './minimal';
import { matches } from './wildcard';

/** Something that a role is granted, that nothing recorded needs, and that it keeps; a reason that nothing needs is stale. */
export interface UnusedWithReason {
  /** Stack and logical id, with `*`: CDK adds hashes. */
  readonly role: string;
  readonly kinds: readonly Unused['kind'][];
  /** The action or resource as written, with `*` for any text; for a statement its first action. */
  readonly what: string | RegExp;
  /** Actions that stand in the same statement; what is granted in other company needs a reason of its own. */
  readonly beside?: readonly string[];
  readonly reason: string;
}

const PATTERNS: readonly Unused['kind'][] = ['action', 'wildcard'];
/** What the grants of the CDK write; a bundle is told by its company. */
const READ = ['s3:GetBucket*', 's3:GetObject*', 's3:List*'];
const PUT = ['s3:Abort*', 's3:PutObject', 's3:PutObjectLegalHold', 's3:PutObjectRetention'];
const CRYPT = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];
const DECRYPT = ['kms:Decrypt', 'kms:DescribeKey'];
const SEND = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];

/** Parts of a bundle that the CDK grants as one: whoever narrows them has to write the statement by hand, and keep it right. */
const bundled = (bundle: readonly string[], what: readonly string[], reason: string): UnusedWithReason[] =>
  what.map((each) => ({ role: '*', kinds: PATTERNS, what: each, beside: bundle, reason }));

const OF_CDK: readonly UnusedWithReason[] = [
  ...bundled(
    READ,
    READ,
    "part of the CDK's grantRead of a bucket: looks at the bucket and at versions of what may be read",
  ),
  ...bundled(
    PUT,
    [
      's3:Abort*',
      's3:PutObjectLegalHold',
      's3:PutObjectRetention',
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
    ],
    "part of the CDK's grantPut of a bucket: about what may be written, by its name",
  ),
  ...bundled(CRYPT, CRYPT.slice(1), "part of the CDK's grantEncryptDecrypt of the key under which the data are"),
  ...bundled(DECRYPT, ['kms:DescribeKey'], "part of the CDK's grantDecrypt of the key under which the data are"),
  ...bundled(
    ['kms:Decrypt', 'kms:GenerateDataKey*'],
    ['kms:GenerateDataKey*'],
    "the CDK's grantPublish: also without plaintext",
  ),
  ...bundled(SEND, SEND.slice(0, 2), "part of the CDK's grantSendMessages: how to find the queue"),
];

/** The ARN of a bucket, not of what is in it. */
const BUCKET = /^arn:aws:s3:::[^/]+$/;
const READ_WRITE = [...READ, ...PUT, 's3:DeleteObject*'];

const STORAGE: readonly UnusedWithReason[] = [
  {
    role: '*',
    kinds: ['resource'],
    what: BUCKET,
    beside: READ,
    reason:
      'listing tells an object that is missing from one that is forbidden; not every role met one that is missing',
  },
  ...['DataLake/StreamIntakeRecordsRole*', 'Prediction/ApiLogs*Role*'].flatMap((role): UnusedWithReason[] => [
    {
      role,
      kinds: PATTERNS,
      what: 's3:DeleteObject*',
      beside: READ_WRITE,
      reason: "the CDK's destination of a stream grants reading and writing as one",
    },
    {
      role,
      kinds: ['action'],
      what: 'logs:CreateLogStream',
      beside: ['logs:PutLogEvents'],
      reason: "part of the CDK's grantWrite of a log group, whose stream the template has",
    },
  ]),
];

const REST: readonly UnusedWithReason[] = [
  {
    role: '*',
    kinds: ['resource'],
    what: /:function:[^:]+:\*$/,
    beside: ['lambda:InvokeFunction'],
    reason: "part of the CDK's grantInvoke of a function: its versions and aliases, of which it has none",
  },
  {
    role: 'DataPreparation/JobsCurateRole*',
    kinds: ['action'],
    what: 'secretsmanager:DescribeSecret',
    beside: ['secretsmanager:GetSecretValue'],
    reason: "part of the CDK's grantRead of a secret",
  },
  ...['DataPreparation/JobsCurateRole*', 'DataPreparation/JobsBuildDatasetsRole*'].map(
    (role): UnusedWithReason => ({
      role,
      kinds: PATTERNS,
      what: 's3:DeleteObject*',
      beside: READ_WRITE,
      reason: 'Spark overwrites: it deletes what a former run left and its own folder of parts',
    }),
  ),
  {
    role: 'DataPreparation/JobsBuildDatasetsRole*',
    kinds: ['resource'],
    what: '*/outcomes/*',
    beside: READ,
    reason: 'what became of those who were predicted is known weeks later; no local run lasts that long',
  },
  {
    role: 'DataLake/StreamIntakeMarkDayCompleteRole*',
    kinds: ['resource'],
    what: '*/raw/*',
    beside: READ,
    reason: 'a zone grants its listing with its reading; the function lists only',
  },
  {
    role: 'DataLake/StreamIntakeMarkDayCompleteRole*',
    kinds: ['action'],
    what: 'kms:Decrypt',
    beside: CRYPT,
    reason: 'a zone grants its listing with its reading; the function lists only',
  },
  {
    role: 'ModelMonitoring/RetrainingRequestRetrainingRole*',
    kinds: ['resource', 'statement'],
    what: /\/monitoring\/|^kms:Decrypt$/,
    reason: 'the newest report of a monitor, when it asks for a training: in a local run there is none yet',
  },
  {
    role: 'FeatureStore/FeaturesOfflineRole*',
    kinds: ['action'],
    what: 's3:AbortMultipartUpload',
    beside: ['s3:PutObject'],
    reason: 'an upload in parts that fails is given up, or its parts stay and cost',
  },
  {
    role: 'ModelMonitoring/MonitorAccessRole*',
    kinds: ['resource'],
    what: '*/runs/*',
    beside: READ,
    reason: 'the baselines of the version in service, whose place a parameter of the schedules names',
  },
  {
    role: 'ModelMonitoring/MonitorAccessRole*',
    kinds: ['resource'],
    what: '*/explainability/*',
    beside: READ,
    reason: 'what Clarify is told about explaining, whose place a parameter of the schedules names',
  },
];

export const UNUSED_WITH_REASON: readonly UnusedWithReason[] = [...OF_CDK, ...STORAGE, ...REST];

/** Why something unused is kept; undefined if nobody said. */
export function reasonFor(unused: Unused, reasons: readonly UnusedWithReason[]): UnusedWithReason | undefined {
  return reasons.find(
    ({ role, kinds, what, beside = [] }) =>
      kinds.includes(unused.kind) &&
      matches(role, unused.role) &&
      (typeof what === 'string' ? matches(what, unused.what) : what.test(unused.what)) &&
      beside.every((action) => unused.beside.includes(action)),
  );
}

import {
  type Call,
  check,
  keyChecks,
  type Operation,
  type RequiredCheck,
  type Surroundings,
  textOf,
} from './operation';

const bucketOf = (input: Call['input']): string => `arn:aws:s3:::${textOf(input, 'Bucket')}`;
const objectOf = (input: Call['input']): string => `${bucketOf(input)}/${textOf(input, 'Key')}`;
/** Answers that a caller gets only if it may list the bucket; else S3 says 403 of an object that is not there. */
const ABSENT = ['NoSuchKey', 'NotFound'];

const read: Operation = ({ operation, input, error }, at) => [
  check(input.VersionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion', objectOf(input)),
  ...(error === undefined ? key(['kms:Decrypt'], input, at) : []),
  // HeadObject tells the absent from the forbidden by its status alone.
  ...(operation === 'HeadObject' || ABSENT.includes(error ?? '')
    ? [check('s3:ListBucket', bucketOf(input), prefix(textOf(input, 'Key')))]
    : []),
];

const write: Operation = ({ input }, at) => [
  check('s3:PutObject', objectOf(input)),
  // A condition on the content that is there has to look at it.
  ...(input.IfMatch === undefined ? [] : [check('s3:GetObject', objectOf(input))]),
  ...(input.Tagging === undefined ? [] : [check('s3:PutObjectTagging', objectOf(input))]),
  ...(input.ACL === undefined ? [] : [check('s3:PutObjectAcl', objectOf(input))]),
  ...key(['kms:GenerateDataKey'], input, at),
];

/** A part is encrypted with the data key that the start of the upload made. */
const part: Operation = ({ input }, at) => [
  check('s3:PutObject', objectOf(input)),
  ...key(['kms:GenerateDataKey', 'kms:Decrypt'], input, at),
];

const list: Operation = ({ input }) => [check('s3:ListBucket', bucketOf(input), prefix(textOf(input, 'Prefix')))];

const copy: Operation = (call, at) => {
  const [bucket = '', ...name] = decodeURIComponent(textOf(call.input, 'CopySource'))
    .replace(/^\/|\?.*$/g, '')
    .split('/');
  return [
    ...read({ ...call, operation: 'GetObject', input: { Bucket: bucket, Key: name.join('/') } }, at),
    ...write(call, at),
  ];
};

/** By operation of Amazon S3. Source: S3 user guide, "Required permissions for Amazon S3 API operations". */
export const S3: Readonly<Record<string, Operation>> = {
  GetObject: read,
  HeadObject: read,
  PutObject: write,
  CreateMultipartUpload: write,
  UploadPart: part,
  CompleteMultipartUpload: part,
  AbortMultipartUpload: ({ input }) => [check('s3:AbortMultipartUpload', objectOf(input))],
  CopyObject: copy,
  DeleteObject: ({ input }) => [
    check(input.VersionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', objectOf(input)),
  ],
  ListObjectsV2: list,
  HeadBucket: list,
};

function key(actions: readonly string[], input: Call['input'], at: Surroundings): RequiredCheck[] {
  const given = textOf(input, 'SSEKMSKeyId');
  return keyChecks(actions, bucketOf(input), 's3', given ? { ...at, keyOf: () => given } : at);
}

function prefix(text: string): { 's3:prefix': string } {
  return { 's3:prefix': text };
}

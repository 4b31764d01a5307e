import { type RecordedEvent, typesOnly } from './events-shape';

const BUCKET = { 'bucket.name': { type: /^AWS::S3::Bucket$/, attributes: ['Ref'], name: 'BucketName' } };
const OBJECT = {
  key: 'example-key',
  size: 5,
  etag: 'b1946ac9',
  'version-id': 'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
  sequencer: '617f08299329d189',
};
const DETAIL = {
  version: '0',
  'event-version': '1.2',
  bucket: { name: 'amzn-s3-demo-bucket1', 'aws-generated-tags': {} },
  object: OBJECT,
  'request-id': 'N4N7GDK58NMKJ12R',
  requester: '123456789012',
  'source-ip-address': '192.0.2.1',
};

/**
 * Sources: "EventBridge event message structure" (samples, and what is said of each field) and "Using EventBridge" (the types),
 * S3 user guide, as stored in 2026. `Object Storage Class Changed` has no sample: its fields are those named in the text.
 */
export const S3_EVENTS: readonly RecordedEvent[] = [
  {
    source: 'aws.s3',
    type: 'Object Created',
    detail: { ...DETAIL, object: { ...OBJECT, 'has-object-annotation': false }, reason: 'PutObject' },
    values: { reason: ['PutObject', 'POST Object', 'CopyObject', 'CompleteMultipartUpload'] },
    names: BUCKET,
  },
  {
    source: 'aws.s3',
    type: 'Object Deleted',
    detail: { ...DETAIL, reason: 'DeleteObject', 'deletion-type': 'Delete Marker Created' },
    values: {
      reason: ['DeleteObject', 'Lifecycle Expiration'],
      'deletion-type': ['Permanently Deleted', 'Delete Marker Created'],
    },
    names: BUCKET,
  },
  {
    source: 'aws.s3',
    type: 'Object Restore Completed',
    detail: { ...DETAIL, 'restore-expiry-time': '2021-11-13T00:00:00Z', 'source-storage-class': 'GLACIER' },
    names: BUCKET,
  },
  {
    source: 'aws.s3',
    type: 'Object Storage Class Changed',
    detail: { ...DETAIL, 'destination-storage-class': 'GLACIER' },
    names: BUCKET,
  },
  ...typesOnly('aws.s3', [
    'Object Restore Initiated',
    'Object Restore Expired',
    'Object Access Tier Changed',
    'Object ACL Updated',
    'Object Tags Added',
    'Object Tags Deleted',
    'Object Annotation Created',
    'Object Annotation Removed',
    'Object Retention Updated',
  ]).map((event) => ({ ...event, detail: DETAIL, names: BUCKET })),
];

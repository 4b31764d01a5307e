import { type Facts, of } from './metrics-shape';

const STREAM = [['DeliveryStreamName']];
const TABLE = [['TableName'], ['TableName', 'GlobalSecondaryIndexName']];
const OPERATION = [['TableName', 'Operation']];
const STORAGE = [['BucketName', 'StorageType']];
const REQUEST = [['BucketName', 'FilterId']];
const GROUP = [['LogGroupName']];
const SUBSCRIPTION = [
  ['LogGroupName', 'DestinationType', 'FilterName'],
  ['PolicyLevel', 'DestinationType', 'FilterName'],
];

/**
 * Sources, as stored in 2026: "Monitor Amazon Data Firehose with CloudWatch metrics" (for streams that are put to and deliver to
 * S3); "DynamoDB Metrics and dimensions" (those that come each minute); "Metrics and dimensions", S3 guide (storage and requests;
 * its list of dimensions was not read to the end); "Monitoring with CloudWatch metrics", CloudWatch Logs guide (log groups and
 * subscriptions).
 */
export const DATA_METRICS: Readonly<Record<string, Facts>> = {
  'AWS/Firehose': {
    ...of('time', 'Seconds', STREAM, 'DeliveryToS3.DataFreshness BackupToS3.DataFreshness', {
      plausible: [60, 604_800],
    }),
    ...of(
      'count',
      'Count',
      STREAM,
      'DeliveryToS3.Success BackupToS3.Success KMSKeyAccessDenied KMSKeyDisabled KMSKeyInvalidState KMSKeyNotFound IncomingRecords IncomingPutRequests DeliveryToS3.Records DeliveryToS3.ObjectCount BackupToS3.Records ThrottledRecords ThrottledDescribeStream PutRecord.Requests PutRecordBatch.Requests PutRecordBatch.Records FailedValidation.Records SucceedProcessing.Records SucceedConversion.Records FailedConversion.Records',
    ),
    ...of(
      'count',
      'Bytes',
      STREAM,
      'IncomingBytes DeliveryToS3.Bytes BackupToS3.Bytes PutRecord.Bytes PutRecordBatch.Bytes SucceedProcessing.Bytes SucceedConversion.Bytes FailedConversion.Bytes',
    ),
    ...of(
      'level',
      'Count',
      STREAM,
      'ExecuteProcessing.Success PartitionCount PartitionCountExceeded ActivePartitionsLimit BytesPerSecondLimit RecordsPerSecondLimit PutRequestsPerSecondLimit',
    ),
    ...of('time', 'Milliseconds', STREAM, 'PutRecord.Latency PutRecordBatch.Latency ExecuteProcessing.Duration'),
  },
  'AWS/DynamoDB': {
    ...of('count', 'Count', TABLE, 'ReadThrottleEvents WriteThrottleEvents ConsumedReadCapacityUnits'),
    ...of('count', 'Count', [...TABLE, ['TableName', 'Source']], 'ConsumedWriteCapacityUnits'),
    ...of('count', 'Count', OPERATION, 'ThrottledRequests SystemErrors FaultInjectionServiceInducedErrors'),
    ...of('count', 'Count', [[]], 'UserErrors'),
    ...of(
      'count',
      'Count',
      [['TableName']],
      'ConditionalCheckFailedRequests TransactionConflict TimeToLiveDeletedItemCount WriteAccountLimitThrottleEvents',
    ),
    ...of(
      'count',
      'Count',
      TABLE,
      'WriteKeyRangeThroughputThrottleEvents WriteMaxOnDemandThroughputThrottleEvents WriteProvisionedThroughputThrottleEvents',
    ),
    ...of('time', 'Milliseconds', OPERATION, 'SuccessfulRequestLatency', { plausible: [1, 60_000] }),
  },
  'AWS/S3': {
    ...of('level', 'Bytes', STORAGE, 'BucketSizeBytes', { every: 86_400 }),
    ...of('level', 'Count', STORAGE, 'NumberOfObjects', { every: 86_400 }),
    ...of(
      'count',
      'Count',
      REQUEST,
      'AllRequests GetRequests PutRequests DeleteRequests HeadRequests PostRequests SelectRequests ListRequests 4xxErrors 5xxErrors',
    ),
    ...of('count', 'Bytes', REQUEST, 'BytesDownloaded BytesUploaded SelectBytesScanned SelectBytesReturned'),
    ...of('time', 'Milliseconds', REQUEST, 'FirstByteLatency TotalRequestLatency'),
  },
  'AWS/Logs': {
    ...of('count', 'None', [...GROUP, []], 'IncomingLogEvents'),
    ...of('count', 'Bytes', [...GROUP, []], 'IncomingBytes'),
    ...of('count', 'None', SUBSCRIPTION, 'ForwardedLogEvents DeliveryErrors DeliveryThrottling'),
    ...of('count', 'Bytes', [['LogGroupName', 'DestinationType', 'FilterName']], 'ForwardedBytes'),
    ...of('count', 'None', GROUP, 'EMFDisabledErrors EMFParsingErrors EMFValidationErrors'),
    ...of('count', 'None', [[]], 'LogEventsWithFindings'),
  },
};

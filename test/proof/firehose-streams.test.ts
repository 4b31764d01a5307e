import { firehoseStreams } from '../../scripts/proof/checks/firehose-streams';
import type { Json } from './finds';
import { refuses, soundAndSturdy } from './refuses';

const to = (stream: Json) => stream.Properties.ExtendedS3DestinationConfiguration;

soundAndSturdy(firehoseStreams);

refuses(firehoseStreams, 'AWS::KinesisFirehose::DeliveryStream', [
  ['months are no minutes', (stream) => (to(stream).Prefix = 'raw/!{timestamp:yyyy-mm-dd}/'), /minutes/],
  ['years are no weeks', (stream) => (to(stream).Prefix = 'raw/!{timestamp:YYYY-MM-dd}/'), /year of the week/],
  ['days are no days of the year', (stream) => (to(stream).Prefix = 'raw/!{timestamp:yyyy-MM-DD}/'), /day of the year/],
  ['a namespace exists', (stream) => (to(stream).Prefix = 'raw/!{time:yyyy}/'), /namespace "time"/],
  ['an expression is whole', (stream) => (to(stream).Prefix = 'raw/{timestamp:yyyy}/'), /brace/],
  ['an expression ends', (stream) => (to(stream).Prefix = 'raw/!{timestamp:yyyy'), /brace/],
  ['errors have their prefix', (stream) => delete to(stream).ErrorOutputPrefix, /error-output-type/],
  ['errors say what they are', (stream) => (to(stream).ErrorOutputPrefix = 'failed/'), /error-output-type/],
  [
    'data are no errors',
    (stream) => (to(stream).Prefix = 'raw/!{firehose:error-output-type}/'),
    /for ErrorOutputPrefix alone/,
  ],
  [
    'errors lie apart',
    (stream) => (to(stream).ErrorOutputPrefix = `${to(stream).Prefix.split('!')[0]}!{firehose:error-output-type}/`),
    /lies within/,
  ],
  [
    'partitions are switched on',
    (stream) => (to(stream).Prefix = 'raw/!{partitionKeyFromQuery:day}/'),
    /come together/,
  ],
  ['a folder has a name', (stream) => (to(stream).Prefix = '/raw/!{timestamp:yyyy}/'), /begins with a slash/],
  [
    'a buffer waits a quarter of an hour',
    (stream) => (to(stream).BufferingHints.IntervalInSeconds = 3600),
    /IntervalInSeconds is 3600/,
  ],
  ['a buffer has 128 MB', (stream) => (to(stream).BufferingHints.SizeInMBs = 256), /SizeInMBs is 256/],
  [
    'partitions need a larger buffer',
    (stream) => {
      to(stream).BufferingHints.SizeInMBs = 5;
      to(stream).DynamicPartitioningConfiguration = { Enabled: true };
    },
    /expected 64 to 128/,
  ],
  ['a bucket is an ARN', (stream) => (to(stream).BucketARN = 'bucket'), /BucketARN is "bucket"/],
  ['an ending begins with a dot', (stream) => (to(stream).FileExtension = 'json'), /FileExtension/],
  [
    'logs have a stream',
    (stream) => delete to(stream).CloudWatchLoggingOptions.LogStreamName,
    /LogStreamName is missing/,
  ],
]);

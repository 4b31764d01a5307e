import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, isTrue, type Json, record, valuesAt } from '../json';
import { isOpen, textOf } from '../text-of';

const EXPRESSION = /!\{([^{}:]*):?([^{}]*)\}/g;
const DESTINATIONS = ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration'];

/** Firehose developer guide, "Understand custom prefixes for Amazon S3 objects" and "Configure buffering hints". */
export const firehoseStreams: Check = {
  id: 'firehose-streams',
  rule: 'A stream to S3 has prefixes whose expressions Firehose knows, errors apart from data, and buffers within its limits',
  find: findInEach(['AWS::KinesisFirehose::DeliveryStream'], (stream, assembly) =>
    DESTINATIONS.filter((name) => name in stream.Properties).flatMap((name) => {
      const destination = record(stream.Properties[name]);
      return [
        ...prefixFaults(destination, stream, assembly),
        ...bufferFaults(destination),
        ...loggingFaults(destination, stream, assembly),
      ];
    }),
  ),
};

function prefixFaults(destination: Json, stream: Placed, assembly: Assembly): readonly (string | false)[] {
  const [data, error] = [destination.Prefix, destination.ErrorOutputPrefix].map((each) =>
    textOf(each, stream, assembly),
  ) as [string, string];
  const isPartitioned = valuesAt(destination, 'DynamicPartitioningConfiguration.Enabled').some(isTrue);
  const extension = textOf(destination.FileExtension, stream, assembly);
  const partitions = data.includes('!{partitionKeyFrom');
  return [
    ...[...expressionFaults('Prefix', data), ...expressionFaults('ErrorOutputPrefix', error)],
    data.includes('error-output-type') && 'Prefix has firehose:error-output-type, which is for ErrorOutputPrefix alone',
    data.includes('!{') &&
      !error.includes('!{firehose:error-output-type}') &&
      !isOpen(error.replaceAll('!{', '') || ' ') &&
      `ErrorOutputPrefix is "${error}": with expressions in Prefix it has to have !{firehose:error-output-type}`,
    error.includes('!{partitionKeyFrom') && 'ErrorOutputPrefix has a partition key, which failed records lack',
    partitions !== isPartitioned && `partition keys in Prefix and DynamicPartitioningConfiguration come together`,
    error !== '' &&
      data !== '' &&
      fixed(error).startsWith(fixed(data)) &&
      `ErrorOutputPrefix "${error}" lies within Prefix "${data}": readers of the data would find the errors`,
    extension !== '' &&
      !/^\.[0-9a-z!\-_.*'()]+$/.test(extension) &&
      `FileExtension is "${extension}", expected a dot and lower case`,
  ];
}

function fixed(prefix: string): string {
  return prefix.split('!{')[0] ?? '';
}

function expressionFaults(name: string, prefix: string): readonly (string | false)[] {
  const expressions = [...prefix.matchAll(EXPRESSION)];
  const rest = prefix.replaceAll(EXPRESSION, '').replace(/\$\{[^}]*\}/g, '');
  return [
    prefix.length > 1024 && `${name} is longer than 1024 characters`,
    prefix.startsWith('/') && `${name} "${prefix}" begins with a slash, which makes a folder without a name`,
    /[{}]/.test(rest) && `${name} "${prefix}" holds a brace that is no expression !{namespace:value}`,
    ...expressions.map(([whole, namespace = '', value = '']) => {
      if (namespace === 'timestamp') return timestampFault(whole, value);
      if (namespace === 'firehose')
        return !['random-string', 'error-output-type'].includes(value) && `Firehose knows no ${whole}`;
      return (
        !/^partitionKeyFrom(Query|Lambda)$/.test(namespace) && `Firehose knows no namespace "${namespace}" (${whole})`
      );
    }),
  ];
}

/** Patterns are those of java.time.format.DateTimeFormatter; YYYY is the year of the week, DD the day of the year, mm minutes. */
function timestampFault(whole: string, pattern: string): string | false {
  const letters = pattern.replace(/'[^']*'/g, '');
  if (pattern === '') return `${whole} has no pattern`;
  if (/[^GuyDMLdQqYwWEecFahKkHmsSAnNVzOXxZp\s\-_/:.,=]/.test(letters)) return `${whole} is no pattern of a time`;
  if (/Y/.test(letters)) return `${whole} has the year of the week (Y), expected yyyy`;
  if (/D/.test(letters) && /M/.test(letters)) return `${whole} has the day of the year (D), expected dd`;
  return (
    /m/.test(letters) && !/[Hhk]/.test(letters) && `${whole} has minutes (m) without an hour, expected MM for the month`
  );
}

function bufferFaults(destination: Json): readonly (string | false)[] {
  const { IntervalInSeconds, SizeInMBs } = record(destination.BufferingHints);
  const converts = valuesAt(destination, 'DataFormatConversionConfiguration.Enabled').some(isTrue);
  const partitions = valuesAt(destination, 'DynamicPartitioningConfiguration.Enabled').some(isTrue);
  const least = converts || partitions ? 64 : 1;
  return [
    isOutside(IntervalInSeconds, 0, 900) && `IntervalInSeconds is ${IntervalInSeconds}, expected 0 to 900`,
    isOutside(SizeInMBs, least, 128) && `SizeInMBs is ${SizeInMBs}, expected ${least} to 128`,
    converts &&
      !['UNCOMPRESSED', undefined].includes(destination.CompressionFormat as string) &&
      'converted files are compressed by their format: CompressionFormat UNCOMPRESSED',
  ];
}

function loggingFaults(destination: Json, stream: Placed, assembly: Assembly): readonly (string | false)[] {
  const { Enabled, LogGroupName, LogStreamName } = record(destination.CloudWatchLoggingOptions);
  const bucket = textOf(destination.BucketARN, stream, assembly);
  return [
    isTrue(Enabled) &&
      (LogGroupName === undefined || LogStreamName === undefined) &&
      'logging is on, but LogGroupName or LogStreamName is missing',
    !/^arn:[^:]+:s3:::|^\$\{.+\.Arn\}$/.test(bucket) && `BucketARN is "${bucket}", expected the ARN of a bucket`,
    destination.RoleARN === undefined && 'it has no RoleARN',
  ];
}

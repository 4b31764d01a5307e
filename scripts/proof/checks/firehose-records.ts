import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isTrue, record, records, valuesAt } from '../json';

const DESTINATIONS = ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration'];
/** API reference of Firehose, Processor. */
const PROCESSORS = [
  'AppendDelimiterToRecord',
  'CloudWatchLogProcessing',
  'Decompression',
  'Lambda',
  'MetadataExtraction',
  'RecordDeAggregation',
];

/** Firehose puts record behind record into one file, and what it could not write it tells nobody but its log. */
export const firehoseRecords: Check = {
  id: 'firehose-records',
  rule: 'Records of a stream to S3 end in a line each, and its errors are logged (Firehose developer guide, "Data delivery" and "Monitor with CloudWatch Logs")',
  find: findInEach(['AWS::KinesisFirehose::DeliveryStream'], ({ Properties }) =>
    DESTINATIONS.filter((name) => name in Properties).flatMap((name) => {
      const { ProcessingConfiguration, CloudWatchLoggingOptions } = record(Properties[name]);
      const { Enabled, Processors } = record(ProcessingConfiguration);
      const types = records(Processors).map(({ Type }) => String(Type));
      const active = isTrue(Enabled) ? types : [];
      // A function, or a columnar format, decides for itself where a record ends.
      const isSplit =
        active.includes('AppendDelimiterToRecord') ||
        active.includes('Lambda') ||
        valuesAt(Properties[name], 'DataFormatConversionConfiguration.Enabled').some(isTrue);
      return [
        ...types.map(
          (type) => !PROCESSORS.includes(type) && `there is no processor ${type}, only ${PROCESSORS.join(', ')}`,
        ),
        types.length > 0 && !isTrue(Enabled) && 'it has processors, and ProcessingConfiguration is not enabled',
        !isSplit && 'its records run into each other: it needs the processor AppendDelimiterToRecord',
        !isTrue(record(CloudWatchLoggingOptions).Enabled) &&
          'nobody sees its errors: CloudWatchLoggingOptions is not enabled',
      ];
    }),
  ),
};

import { deadLetterQueuesAdmit } from '../../scripts/proof/checks/dead-letter-queues-admit';
import { firehoseRecords } from '../../scripts/proof/checks/firehose-records';
import { finds, holds, set } from './finds';

const STREAM = 'AWS::KinesisFirehose::DeliveryStream';
const QUEUE = 'AWS::SQS::Queue';
const TO = 'Properties.ExtendedS3DestinationConfiguration';
const PROCESSING = `${TO}.ProcessingConfiguration`;

describe('in the product', () => {
  holds([deadLetterQueuesAdmit, firehoseRecords]);
});

describe('a stream whose records nobody can take apart, or whose errors nobody sees, is found:', () => {
  finds(firehoseRecords, [
    ['no processing', STREAM, set(PROCESSING), /run into each other/],
    ['processing that is off', STREAM, set(`${PROCESSING}.Enabled`, false), /is not enabled/],
    ['another processor', STREAM, set(`${PROCESSING}.Processors.0.Type`, 'MetadataExtraction'), /run into each other/],
    [
      'a processor that there is not',
      STREAM,
      set(`${PROCESSING}.Processors.0.Type`, 'AppendNewline'),
      /no processor App/,
    ],
    ['a log that is off', STREAM, set(`${TO}.CloudWatchLoggingOptions.Enabled`, false), /nobody sees its errors/],
    ['no log', STREAM, set(`${TO}.CloudWatchLoggingOptions`), /nobody sees its errors/],
  ]);
});

describe('a dead-letter queue that forgets too early is found:', () => {
  const kept = (seconds?: number) => set('Properties.MessageRetentionPeriod', seconds);
  finds(deadLetterQueuesAdmit, [
    ['without a word', QUEUE, kept(), /forgets after 345600 seconds/],
    ['after a day', QUEUE, kept(86_400), /forgets after 86400 seconds/],
    ['after a week', QUEUE, kept(604_800), /forgets after 604800 seconds/],
  ]);
});

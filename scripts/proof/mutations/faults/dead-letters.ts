import { put, remove } from '../edits';
import { faultsOf } from '../fault';
import { properties, template, withIdOf } from '../seeds';

/** What becomes of events and records that nobody could handle. */
export const DEAD_LETTERS = faultsOf('dead-letters', [
  [
    'target-without-queue',
    'a target without dead-letter queue',
    properties('Training/StartOnDataPrepared', remove('Targets/0/DeadLetterConfig')),
  ],
  [
    'function-without-queue',
    'a function whose failures go nowhere',
    properties('Training/StartStartTrainingEventInvokeConfig', remove('DestinationConfig')),
  ],
  [
    'invoke-config-gone',
    'a function without a word about its failures',
    withIdOf('DataLake/StreamIntakeMarkDayCompleteEventInvokeConfig', (config) =>
      template('DataLake', remove(`Resources/${config}`)),
    ),
  ],
  [
    'queue-unknown',
    'a dead-letter queue that no template has',
    properties(
      'Training/StartOnDataPrepared',
      put('Targets/0/DeadLetterConfig/Arn', 'arn:aws:sqs:us-east-1:111111111111:dead-letters'),
    ),
  ],
  [
    'queue-is-a-topic',
    'a topic where a queue belongs',
    properties(
      'Prediction/ApplyServingStateOnApproved',
      put('Targets/0/DeadLetterConfig/Arn', 'arn:aws:sns:us-east-1:111111111111:operators'),
    ),
  ],
  [
    'queue-by-url',
    'the URL of a queue where its ARN belongs',
    withIdOf('Training/DeadLetters', (queue) =>
      properties('Training/StartOnDataPrepared', put('Targets/0/DeadLetterConfig/Arn', { Ref: queue })),
    ),
  ],
  [
    'queue-short',
    'a dead-letter queue that forgets after an hour',
    properties('Training/DeadLetters', put('MessageRetentionPeriod', 3600)),
  ],
  [
    'queue-default',
    'a dead-letter queue that forgets after four days',
    properties('Training/DeadLetters', remove('MessageRetentionPeriod')),
  ],
  [
    'queue-unencrypted',
    'a dead-letter queue in the clear',
    properties('Training/DeadLetters', put('SqsManagedSseEnabled', false)),
  ],
  [
    'queue-first-in',
    'an ordered dead-letter queue, which rules cannot send to',
    properties('Training/DeadLetters', put('FifoQueue', true)),
  ],
  [
    'queue-unwatched',
    'a dead-letter queue without alarm',
    withIdOf('Operations/PreparationDeadLetters', (alarm) => template('Operations', remove(`Resources/${alarm}`))),
  ],
  [
    'no-retries',
    'a target that is tried once',
    properties('Prediction/ApplyServingStateOnApproved', put('Targets/0/RetryPolicy/MaximumRetryAttempts', 0)),
  ],
  [
    'retries-too-many',
    'more tries than there may be',
    properties('Prediction/ApplyServingStateOnApproved', put('Targets/0/RetryPolicy/MaximumRetryAttempts', 500)),
  ],
  [
    'age-too-short',
    'events that are too old after half a minute',
    properties('Prediction/ApplyServingStateOnApproved', put('Targets/0/RetryPolicy/MaximumEventAgeInSeconds', 30)),
  ],
  [
    'function-retries',
    'more tries of a function than there may be',
    properties('Training/StartStartTrainingEventInvokeConfig', put('MaximumRetryAttempts', 5)),
  ],
  [
    'stream-without-errors',
    'records that could not be written among those that could',
    properties('Prediction/ApiLogsPredictions', remove('ExtendedS3DestinationConfiguration/ErrorOutputPrefix')),
  ],
  [
    'stream-not-logged',
    'a delivery stream whose errors nobody sees',
    properties(
      'Prediction/ApiLogsOutcomes',
      put('ExtendedS3DestinationConfiguration/CloudWatchLoggingOptions/Enabled', false),
    ),
  ],
  [
    'stream-without-newlines',
    'records that run into each other',
    properties('Prediction/ApiLogsOutcomes', remove('ExtendedS3DestinationConfiguration/ProcessingConfiguration')),
  ],
]);

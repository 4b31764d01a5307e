import { type Facts, of } from './metrics-shape';

const QUEUE = [['QueueName']];
const TOPIC = [['TopicName']];
const REST = [['ApiName'], ['ApiName', 'Stage'], ['ApiName', 'Stage', 'Resource', 'Method']];
const HTTP = [['ApiId'], ['ApiId', 'Stage'], ['ApiId', 'Stage', 'Resource', 'Method']];
/** The name alone is that of a rule of the default bus. */
const RULE = [['RuleName'], ['EventBusName', 'RuleName']];
const BUS = [...RULE, ['EventBusName'], []];

/**
 * Sources, as stored in 2026: "Available CloudWatch metrics for Amazon SQS"; "Monitoring Amazon SNS topics using CloudWatch" (for
 * topics); "Amazon API Gateway dimensions and metrics" and "Monitor CloudWatch metrics for HTTP APIs in API Gateway"; "Monitoring
 * Amazon EventBridge" (without partner events); "Monitoring Amazon EventBridge Scheduler with Amazon CloudWatch" (without the
 * metrics whose name ends in an error code).
 */
export const MESSAGES_METRICS: Readonly<Record<string, Facts>> = {
  'AWS/SQS': {
    ...of(
      'level',
      'Count',
      QUEUE,
      'ApproximateNumberOfMessagesVisible ApproximateNumberOfMessagesNotVisible ApproximateNumberOfMessagesDelayed ApproximateNumberOfGroupsWithInflightMessages ApproximateNumberOfNoisyGroups ApproximateNumberOfMessagesVisibleInQuietGroups ApproximateNumberOfMessagesNotVisibleInQuietGroups ApproximateNumberOfMessagesDelayedInQuietGroups',
    ),
    ...of('time', 'Seconds', QUEUE, 'ApproximateAgeOfOldestMessage ApproximateAgeOfOldestMessageInQuietGroups', {
      plausible: [1, 1_209_600],
    }),
    ...of(
      'count',
      'Count',
      QUEUE,
      'NumberOfMessagesSent NumberOfMessagesReceived NumberOfMessagesDeleted NumberOfEmptyReceives NumberOfDeduplicatedSentMessages',
    ),
    ...of('level', 'Bytes', QUEUE, 'SentMessageSize'),
  },
  'AWS/SNS': {
    ...of(
      'count',
      'Count',
      TOPIC,
      'NumberOfMessagesPublished NumberOfNotificationsDelivered NumberOfNotificationsFailed NumberOfNotificationsRedrivenToDlq NumberOfNotificationsFailedToRedriveToDlq NumberOfNotificationsFilteredOut NumberOfNotificationsFilteredOut-MessageAttributes NumberOfNotificationsFilteredOut-MessageBody NumberOfNotificationsFilteredOut-InvalidAttributes NumberOfNotificationsFilteredOut-NoMessageAttributes NumberOfNotificationsFilteredOut-InvalidMessageBody',
    ),
    ...of('level', 'Bytes', TOPIC, 'PublishSize'),
  },
  'AWS/ApiGateway': {
    ...of('count', 'Count', REST, '4XXError 5XXError CacheHitCount CacheMissCount'),
    ...of('count', 'Count', [...REST, ...HTTP], 'Count'),
    ...of('time', 'Milliseconds', [...REST, ...HTTP], 'Latency IntegrationLatency', { plausible: [1, 300_000] }),
    ...of('count', 'Count', HTTP, '4xx 5xx'),
    ...of('count', 'Bytes', HTTP, 'DataProcessed'),
  },
  'AWS/Events': {
    ...of(
      'count',
      'Count',
      RULE,
      'FailedInvocations DeadLetterInvocations InvocationsSentToDlq InvocationsFailedToBeSentToDlq',
    ),
    ...of('count', 'Count', [...RULE, []], 'Invocations'),
    ...of('count', 'Count', [[]], 'InvocationsCreated'),
    ...of('count', 'Count', [...RULE, ['EventBusName']], 'MatchedEvents'),
    ...of(
      'count',
      'Count',
      BUS,
      'ThrottledRules TriggeredRules InvocationAttempts SuccessfulInvocationAttempts RetryInvocationAttempts',
    ),
    ...of(
      'time',
      'Milliseconds',
      BUS,
      'IngestiontoInvocationStartLatency IngestiontoInvocationCompleteLatency IngestionToInvocationSuccessLatency',
    ),
    ...of(
      'count',
      'Count',
      [['EventBusName']],
      'EventBusEncryptionStarted EventBusEncryptionCompleted EventBusEncryptionFailed',
    ),
    ...of(
      'count',
      'Count',
      [[]],
      'PutEventsApproximateCallCount PutEventsApproximateFailedCount PutEventsApproximateSuccessCount PutEventsApproximateThrottledCount PutEventsEntriesCount PutEventsFailedEntriesCount',
    ),
    ...of('time', 'Milliseconds', [[]], 'PutEventsLatency'),
    ...of('level', 'Bytes', [[]], 'PutEventsRequestSize'),
  },
  'AWS/Scheduler': of(
    'count',
    'Count',
    [[], ['ScheduleGroup']],
    'InvocationAttemptCount InvocationDroppedCount InvocationThrottleCount TargetErrorCount TargetErrorThrottledCount InvocationsSentToDeadLetterCount InvocationsFailedToBeSentToDeadLetterCount InvocationsSentToDeadLetterCount_Truncated_MessageSizeExceeded',
  ),
};

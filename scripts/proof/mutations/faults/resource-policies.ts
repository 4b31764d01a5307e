import { append, put, remove, rename, reword, together } from '../edits';
import { faultsOf } from '../fault';
import { properties, statements, template, withIdOf } from '../seeds';

/** What resources allow others: buckets, queues, topics, keys and functions. */
export const RESOURCE_POLICIES = faultsOf('resource-policies', [
  [
    'bucket-without-tls',
    'a bucket that takes requests without TLS',
    statements('DataLake/StorageRawPolicy', remove('Effect=Deny')),
  ],
  [
    'bucket-tls-upside-down',
    'a bucket that refuses requests with TLS',
    statements('DataLake/StorageRawPolicy', put('Effect=Deny/Condition/Bool/aws:SecureTransport', 'true')),
  ],
  [
    'bucket-for-everybody',
    'a bucket that everybody may read',
    statements(
      'DataLake/StorageDatasetsPolicy',
      append('', { Action: 's3:GetObject', Effect: 'Allow', Principal: '*', Resource: '*' }),
    ),
  ],
  [
    'bucket-for-an-account',
    'a bucket that another account may read',
    statements(
      'Training/ModelsBucketPolicy',
      append('', {
        Action: ['s3:GetObject', 's3:ListBucket'],
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::222222222222:root' },
        Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'],
      }),
    ),
  ],
  [
    'bucket-deny-objects-only',
    'TLS for objects and not for the bucket',
    statements('DataLake/StorageCuratedPolicy', remove('Effect=Deny/Resource/1')),
  ],
  [
    'logs-without-service',
    'a bucket for access logs that the service may not write',
    statements('Foundation/AccessLogsPolicy', remove('Action=s3:PutObject')),
  ],
  [
    'logs-for-any-account',
    'access logs of every account',
    statements('Foundation/AccessLogsPolicy', remove('Action=s3:PutObject/Condition')),
  ],
  [
    'policy-of-other-bucket',
    'the policy of a bucket put on another',
    withIdOf('DataLake/StorageCurated', (bucket) =>
      properties('DataLake/StorageRawPolicy', put('Bucket', { Ref: bucket })),
    ),
  ],
  [
    'queue-without-rule',
    'a queue that the rule may not send to',
    statements('Training/DeadLettersPolicy', remove('Action=sqs:SendMessage')),
  ],
  [
    'queue-for-other-rule',
    'a queue that another rule may send to',
    withIdOf('ModelMonitoring/GroundTruthDaily', (rule) =>
      statements(
        'ModelMonitoring/DeadLettersPolicy',
        put('Action=sqs:SendMessage/Condition/ArnEquals/aws:SourceArn', { 'Fn::GetAtt': [rule, 'Arn'] }),
      ),
    ),
  ],
  [
    'queue-for-everybody',
    'a queue that every rule of every account may send to',
    statements('Training/DeadLettersPolicy', remove('Action=sqs:SendMessage/Condition')),
  ],
  [
    'queue-service',
    'a queue for a service that does not exist',
    statements('Training/DeadLettersPolicy', put('Action=sqs:SendMessage/Principal/Service', 'event.amazonaws.com')),
  ],
  [
    'queue-without-tls',
    'a queue that takes messages without TLS',
    statements('Training/DeadLettersPolicy', remove('Effect=Deny')),
  ],
  [
    'topic-without-alarms',
    'a topic that alarms may not publish to',
    statements('Foundation/OperatorsPolicy', remove('Sid=1')),
  ],
  [
    'topic-without-tls',
    'a topic that takes messages without TLS',
    statements('Foundation/OperatorsPolicy', remove('Effect=Deny')),
  ],
  [
    'topic-for-everybody',
    'a topic that everybody may publish to',
    statements('Foundation/OperatorsPolicy', together(put('Sid=1/Principal', '*'), remove('Sid=1/Condition'))),
  ],
  [
    'key-without-alarms',
    'a key that alarms may not use for the topic',
    statements('Foundation/Key', reword('1/Principal', 'cloudwatch.amazonaws.com', 'sns.amazonaws.com')),
  ],
  [
    'key-without-owner',
    'a key that its account may not administer',
    statements('Foundation/Key', remove('Action=kms:*')),
  ],
  [
    'key-for-everybody',
    'a key that everybody may use',
    statements(
      'Foundation/Key',
      append('', { Action: 'kms:Decrypt', Effect: 'Allow', Principal: { AWS: '*' }, Resource: '*' }),
    ),
  ],
  [
    'key-policy-camel-case',
    'a statement of a key in camelCase',
    statements('Foundation/Key', rename('1/Principal', 'principal')),
  ],
  [
    'function-without-rule',
    'a function that its rule may not call',
    withIdOf('Training/StartOnDataPreparedAllowEventRuleTrainingStartStartTrainingBEBE533B', (permission) =>
      template('Training', remove(`Resources/${permission}`)),
    ),
  ],
  [
    'function-for-other-rule',
    'a function that another rule may call',
    withIdOf('ModelMonitoring/GroundTruthDaily', (rule) =>
      properties(
        'ModelMonitoring/MonitorsDriftDailyAllowEventRuleModelMonitoringMonitorsDriftLook02974C88',
        put('SourceArn', { 'Fn::GetAtt': [rule, 'Arn'] }),
      ),
    ),
  ],
  [
    'function-for-any-rule',
    'a function that rules of every account may call',
    properties(
      'ModelMonitoring/MonitorsDriftDailyAllowEventRuleModelMonitoringMonitorsDriftLook02974C88',
      remove('SourceArn'),
    ),
  ],
  [
    'function-service',
    'a function for another service than the one that calls it',
    properties(
      'Prediction/ApioutcomesPOSTApiPermissionPredictionApiF58F78E5POSToutcomes',
      put('Principal', 'events.amazonaws.com'),
    ),
  ],
  [
    'function-path',
    'a function that the API may call from another path',
    properties(
      'Prediction/ApioutcomesPOSTApiPermissionPredictionApiF58F78E5POSToutcomes',
      reword('SourceArn', '/POST/outcomes', '/POST/outcome'),
    ),
  ],
]);

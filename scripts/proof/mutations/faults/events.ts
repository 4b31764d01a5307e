import { put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { properties, withIdOf } from '../seeds';

const MARKER = 'DataPreparation/PrepareDataOnMarker';
const PREPARED = 'Training/StartOnDataPrepared';
const APPROVED = 'Prediction/ApplyServingStateOnApproved';
const DRIFT = 'ModelMonitoring/RetrainingOnDrift';
const MORNING = 'DataLake/StreamIntakeEachMorning';

/** Rules that EventBridge refuses, that never match, or that hand on something else than their target reads. */
export const EVENTS = faultsOf('events', [
  [
    'source-misspelt',
    'events of a source that does not exist',
    properties(MARKER, put('EventPattern/source', ['aws.s3events'])),
  ],
  ['source-no-list', 'a source that is no list', properties(MARKER, put('EventPattern/source', 'aws.s3'))],
  [
    'matcher-unknown',
    'a matcher that does not exist',
    properties(MARKER, rename('EventPattern/detail/object/key/0/wildcard', 'glob')),
  ],
  [
    'type-misspelt',
    'events of a type that does not exist',
    properties(MARKER, put('EventPattern/detail-type', ['ObjectCreated'])),
  ],
  [
    'type-of-cloudtrail',
    'events of a type that is not sent without a trail',
    properties(MARKER, put('EventPattern/detail-type', ['AWS API Call via CloudTrail'])),
  ],
  [
    'type-in-camel-case',
    'the type of events under another key',
    properties(PREPARED, rename('EventPattern/detail-type', 'detailType')),
  ],
  [
    'detail-in-camel-case',
    'what a version belongs to in camelCase',
    properties(APPROVED, rename('EventPattern/detail/ModelPackageGroupName', 'modelPackageGroupName')),
  ],
  ['status-case', 'a status in other letters', properties(PREPARED, put('EventPattern/detail/status', ['Succeeded']))],
  [
    'approval-case',
    'an approval in other letters',
    properties(APPROVED, put('EventPattern/detail/ModelApprovalStatus', ['APPROVED'])),
  ],
  [
    'alarm-state-case',
    'a state of an alarm in other letters',
    properties(DRIFT, put('EventPattern/detail/state/value', ['Alarm'])),
  ],
  [
    'alarm-state-flat',
    'the state of an alarm one level too high',
    properties(DRIFT, put('EventPattern/detail/state', ['ALARM'])),
  ],
  [
    'group-unknown',
    'approvals in a group that no template has',
    properties(APPROVED, put('EventPattern/detail/ModelPackageGroupName', ['ml-lifecycle-sandbox'])),
  ],
  [
    'machine-by-name',
    'the name of a machine where events have its ARN',
    properties(PREPARED, put('EventPattern/detail/stateMachineArn', ['ml-lifecycle-sandbox-prepare-data'])),
  ],
  [
    'alarm-by-arn',
    'the ARN of an alarm where events have its name',
    withIdOf('ModelMonitoring/AlarmsDataDrift', (alarm) =>
      properties(DRIFT, put('EventPattern/detail/alarmName', [{ 'Fn::GetAtt': [alarm, 'Arn'] }])),
    ),
  ],
  [
    'key-of-no-file',
    'a file at a prefix that nobody writes',
    properties(MARKER, reword('EventPattern', 'raw/churn/', 'incoming/churn/')),
  ],
  [
    'bucket-that-tells-nothing',
    'objects of a bucket that sends no events',
    properties('DataLake/StorageRaw', remove('NotificationConfiguration')),
  ],
  ['pattern-empty', 'a pattern that matches all events', properties(PREPARED, put('EventPattern', {}))],
  ['neither-pattern-nor-schedule', 'a rule without pattern or schedule', properties(PREPARED, remove('EventPattern'))],
  [
    'schedule-of-unix',
    'a schedule with five fields',
    properties(MORNING, put('ScheduleExpression', 'cron(0 1 * * *)')),
  ],
  [
    'schedule-both-days',
    'a schedule by both kinds of days',
    properties(MORNING, put('ScheduleExpression', 'cron(0 1 * * * *)')),
  ],
  ['schedule-plural', 'a rate of one days', properties(MORNING, put('ScheduleExpression', 'rate(1 days)'))],
  ['schedule-singular', 'a rate of twelve hour', properties(MORNING, put('ScheduleExpression', 'rate(12 hour)'))],
  [
    'schedule-at-25',
    'a schedule at an hour that no day has',
    properties(MORNING, put('ScheduleExpression', 'cron(0 25 * * ? *)')),
  ],
  ['disabled', 'a rule that is off', properties(APPROVED, put('State', 'DISABLED'))],
  ['without-targets', 'a rule without targets', properties(APPROVED, remove('Targets'))],
  [
    'target-without-role',
    'a machine as target without a role that may start it',
    properties(APPROVED, remove('Targets/0/RoleArn')),
  ],
  ['target-without-id', 'a target without id', properties(APPROVED, remove('Targets/0/Id'))],
  [
    'target-unknown',
    'a target that no template has',
    properties(PREPARED, put('Targets/0/Arn', 'arn:aws:lambda:us-east-1:111111111111:function:start-training')),
  ],
  [
    'input-placeholder',
    'a placeholder that no path fills',
    properties(APPROVED, reword('Targets/0/InputTransformer/InputTemplate', '<time>', '<when>')),
  ],
  [
    'input-path',
    'a path that the events do not have',
    properties(
      APPROVED,
      put('Targets/0/InputTransformer/InputPathsMap/detail-ModelPackageArn', '$.detail.ModelPackageARN'),
    ),
  ],
  [
    'input-broken',
    'an input that is no JSON',
    properties(APPROVED, reword('Targets/0/InputTransformer/InputTemplate', '"cause":', 'cause:')),
  ],
  [
    'input-without-field',
    'an input without what its target reads',
    properties(MARKER, reword('Targets/0/InputTransformer/InputTemplate', ',"cause":"new-data"', '')),
  ],
  [
    'input-field-misspelt',
    'an input with what its target reads under another name',
    properties(MARKER, reword('Targets/0/InputTransformer/InputTemplate', '"arrivedAt"', '"time"')),
  ],
  ['input-twice', 'an input and a transformer at once', properties(APPROVED, put('Targets/0/Input', '{}'))],
  ['wrong-bus', 'events of AWS on a bus of our own', properties(APPROVED, put('EventBusName', 'ml-lifecycle'))],
  [
    'marker-misspelt',
    'a marker that nobody writes under this name',
    properties(MARKER, reword('EventPattern', '/_SUCCESS', '/_COMPLETE')),
  ],
]);

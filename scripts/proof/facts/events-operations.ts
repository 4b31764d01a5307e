import { ARN, type RecordedEvent, typesOnly } from './events-shape';

const ALARM = { alarmName: { type: /^AWS::CloudWatch::(Composite)?Alarm$/, attributes: ['Ref'], name: 'AlarmName' } };
const ALARM_STATE = {
  reason: 'Threshold Crossed',
  reasonData: '{}',
  timestamp: '2019-10-02T17:04:40.989+0000',
  value: 'ALARM',
  actionsSuppressedBy: 'WaitPeriod',
  actionsSuppressedReason: '',
};
const ALARM_STATES = ['ALARM', 'OK', 'INSUFFICIENT_DATA'];
const MUTED = { mutedByArn: ARN, muteWindowStart: '', muteWindowEnd: '' };
const MACHINE = { stateMachineArn: { type: /^AWS::StepFunctions::StateMachine$/, attributes: ['Ref', 'Arn'] } };

/**
 * What runs, watches and deploys. Sources, as stored in 2026: "Automating Step Functions event delivery with EventBridge", Step
 * Functions guide; "Alarm events and EventBridge", CloudWatch guide (a log alarm has a configuration of other fields); "Resource
 * Status Change event detail", CloudFormation guide, and "AWS CloudFormation events", EventBridge reference (types; no sample of
 * `Stack Status Change` was found); "Amazon ECR events and EventBridge", ECR guide. What Health sends was not looked up.
 */
export const OPERATIONS_EVENTS: readonly RecordedEvent[] = [
  {
    source: 'aws.states',
    type: 'Step Functions Execution Status Change',
    detail: {
      executionArn: ARN,
      stateMachineArn: ARN,
      stateMachineVersionArn: null,
      stateMachineAliasArn: null,
      name: '',
      status: 'FAILED',
      startDate: 1551225146847,
      stopDate: 1551225151881,
      input: '{}',
      output: null,
      inputDetails: { included: true },
      outputDetails: { included: true },
      error: '',
      cause: '',
      redriveCount: 0,
      redriveDate: null,
      redriveStatus: 'REDRIVABLE',
      redriveStatusReason: '',
    },
    values: {
      status: ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'],
      redriveStatus: ['NOT_REDRIVABLE', 'REDRIVABLE', 'REDRIVE_IN_PROGRESS'],
    },
    names: MACHINE,
  },
  {
    source: 'aws.cloudwatch',
    type: 'CloudWatch Alarm State Change',
    detail: {
      alarmName: '',
      configuration: {
        description: '',
        metrics: [{}],
        alarmRule: '',
        actionsSuppressor: '',
        actionsSuppressorWaitPeriod: 120,
        actionsSuppressorExtensionPeriod: 180,
      },
      previousState: ALARM_STATE,
      state: ALARM_STATE,
      muteDetail: MUTED,
    },
    values: { 'state.value': ALARM_STATES, 'previousState.value': ALARM_STATES },
    names: ALARM,
  },
  {
    source: 'aws.cloudwatch',
    type: 'CloudWatch Alarm Contributor State Change',
    detail: {
      alarmName: '',
      alarmContributor: { id: '', attributes: {} },
      state: ALARM_STATE,
      configuration: { description: '', metrics: [{}] },
      muteDetail: MUTED,
    },
    values: { 'state.value': ALARM_STATES },
    names: ALARM,
    open: true,
  },
  {
    source: 'aws.cloudwatch',
    type: 'CloudWatch Alarm Configuration Change',
    detail: { alarmName: '', operation: 'update', state: ALARM_STATE, configuration: {}, previousConfiguration: {} },
    values: { operation: ['create', 'update', 'delete'] },
    names: ALARM,
    open: true,
  },
  {
    source: 'aws.cloudformation',
    type: 'CloudFormation Stack Status Change',
    detail: {
      'stack-id': ARN,
      'status-details': { status: 'CREATE_COMPLETE', 'status-reason': '' },
      'client-request-token': '',
    },
  },
  {
    source: 'aws.cloudformation',
    type: 'CloudFormation Resource Status Change',
    detail: {
      'stack-id': ARN,
      'logical-resource-id': '',
      'physical-resource-id': '',
      'status-details': { status: 'CREATE_COMPLETE', 'status-reason': '' },
      'resource-type': '',
      'client-request-token': '',
    },
  },
  ...typesOnly('aws.cloudformation', [
    'CloudFormation Drift Detection Status Change',
    'CloudFormation Stack State Change',
    'CloudFormation StackSet Status Change',
    'CloudFormation StackSet StackInstance Status Change',
    'CloudFormation StackSet Operation Status Change',
    'CloudFormation Hook Invocation Progress',
  ]),
  {
    source: 'aws.ecr',
    type: 'ECR Image Action',
    detail: {
      result: 'SUCCESS',
      'repository-name': '',
      'image-digest': '',
      'action-type': 'PUSH',
      'image-tag': '',
      'target-storage-class': 'ARCHIVE',
      'manifest-media-type': '',
      'artifact-media-type': '',
      'last-activated-at': '',
    },
    values: { result: ['SUCCESS', 'FAILURE'], 'action-type': ['PUSH', 'DELETE', 'UPDATE_STORAGE_CLASS'] },
  },
  ...typesOnly('aws.ecr', [
    'ECR Image Scan',
    'ECR Replication Action',
    'ECR Artifact Action',
    'ECR Referrer Action',
    'ECR Scan Resource Change',
    'ECR Pull Through Cache Action',
  ]),
  { source: 'aws.events', type: 'Scheduled Event', detail: {} },
  ...typesOnly('aws.health', ['AWS Health Event']),
];

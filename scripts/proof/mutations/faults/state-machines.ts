import { append, exchange, put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { definition, properties, withIdOf } from '../seeds';

const PREPARE = 'DataPreparation/PrepareDataMachine';
const APPLY = 'Prediction/ApplyServingStateMachine';
const FOLLOW = 'ModelMonitoring/FollowServingStateMachine';
const PARK = 'ModelMonitoring/ParkServingMachine';

/** State machines that Step Functions would refuse, or that would stop half way. */
export const STATE_MACHINES = faultsOf('state-machines', [
  [
    'json-broken',
    'a definition that is no JSON',
    properties(PREPARE, reword('DefinitionString', '"States":{', '"States":')),
  ],
  ['start-unknown', 'a start at a state that is not there', definition(PREPARE, put('StartAt', 'FilesHaveArrived'))],
  ['next-unknown', 'a next state that is not there', definition(PREPARE, put('States/Curate/Next', 'Ingest'))],
  [
    'choice-unknown',
    'a choice of a state that is not there',
    definition(APPLY, put('States/WhatToDo/Choices/StringEquals=update/Next', 'UpdateStack')),
  ],
  [
    'catch-unknown',
    'a catch that goes to a state that is not there',
    definition(PREPARE, put('States/BuildDatasets/Catch/0/Next', 'FreeTheDelivery')),
  ],
  [
    'state-unreachable',
    'a state that nothing leads to',
    definition(PREPARE, put('States/Curate/Next', 'BuildDatasets')),
  ],
  ['state-removed', 'a state is gone that others lead to', definition(APPLY, remove('States/CannotGoOn'))],
  ['neither-next-nor-end', 'a state without next state or end', definition(APPLY, remove('States/Begin/Next'))],
  ['next-and-end', 'a state with both next state and end', definition(APPLY, put('States/Begin/End', true))],
  [
    'state-type',
    'a state of a type that does not exist',
    definition(FOLLOW, put('States/PlanSchedules/Type', 'Lambda')),
  ],
  ['state-case', 'a state with next in small letters', definition(FOLLOW, rename('States/Pause/Next', 'next'))],
  ['task-without-resource', 'a task without resource', definition(PREPARE, remove('States/Curate/Resource'))],
  [
    'map-without-processor',
    'a map that says not what to do with each',
    definition(PREPARE, remove('States/IngestFeatures/ItemProcessor')),
  ],
  [
    'retry-after-all',
    'a retry after the one of all errors',
    definition(APPLY, append('States/DecideServingState/Retry', { ErrorEquals: ['States.Timeout'], MaxAttempts: 1 })),
  ],
  [
    'retry-forever-at-once',
    'a back-off below one',
    definition(PREPARE, put('States/BuildDatasets/Retry/0/BackoffRate', 0.5)),
  ],
  [
    'no-retry',
    'a function that is called without retries',
    definition(APPLY, remove('States/CheckServingState/Retry')),
  ],
  ['no-catch', 'a failure that leaves the delivery claimed', definition(PREPARE, remove('States/Curate/Catch'))],
  [
    'error-misspelt',
    'an error of a service under another name',
    definition(PREPARE, put('States/ClaimDelivery/Catch/0/ErrorEquals', ['DynamoDB.ConditionalCheckFailed'])),
  ],
  [
    'error-without-service',
    'an error of a service without the name of the service',
    definition(PREPARE, put('States/ClaimDelivery/Catch/0/ErrorEquals', ['ConditionalCheckFailedException'])),
  ],
  ['retry-none', 'a retry of no attempts', definition(APPLY, put('States/CheckServingState/Retry', []))],
  ['wait-in-words', 'a wait of no number', definition(APPLY, put('States/WaitForTurn/Seconds', '30s'))],
  ['wait-for-nothing', 'a wait without a time', definition(FOLLOW, remove('States/Pause/Seconds'))],
  ['timeout-zero', 'a machine that has no time', definition(APPLY, put('TimeoutSeconds', 0))],
  [
    'integration-misspelt',
    'a call that the service does not have',
    definition(PREPARE, reword('States/Curate/Resource', 'startJobRun.sync', 'startJob.sync')),
  ],
  [
    'integration-service',
    'a call of a service that does not exist',
    definition(FOLLOW, reword('States/UpdateStack/Resource', 'aws-sdk:cloudformation', 'aws-sdk:cloudFormationStacks')),
  ],
  [
    'parameter-missing',
    'a call without the table that it needs',
    definition(PREPARE, remove('States/ClaimDelivery/Parameters/TableName')),
  ],
  [
    'parameter-case',
    'a parameter of a call in camelCase',
    definition(PREPARE, rename('States/Curate/Parameters/JobName', 'jobName')),
  ],
  [
    'attribute-type',
    'a type of a table in small letters',
    definition(PREPARE, rename('States/ClaimDelivery/Parameters/Item/delivery/S.$', 's.$')),
  ],
  [
    'path-as-text',
    'a path that stands there as a text',
    definition(PREPARE, rename('States/FreeDelivery/Parameters/Key/delivery/S.$', 'S')),
  ],
  ['text-as-path', 'a text where a path belongs', definition(PARK, rename('States/Begin/Parameters/want', 'want.$'))],
  [
    'function-misspelt',
    'a function of the language that does not exist',
    definition(
      PREPARE,
      reword('States/DescribeDelivery/Parameters/ingestDate.$', 'States.StringSplit', 'States.Split'),
    ),
  ],
  [
    'function-unclosed',
    'a function of the language without its last bracket',
    definition(PREPARE, reword('States/DescribeDelivery/Parameters/delivery.$', '$.version)', '$.version')),
  ],
  [
    'context-misspelt',
    'something of the context that is not there',
    definition(APPLY, put('States/Begin/Parameters/startedAt.$', '$$.Execution.StartedAt')),
  ],
  [
    'result-path',
    'a result path that is no path',
    definition(APPLY, put('States/DecideServingState/ResultPath', 'answer')),
  ],
  [
    'job-by-arn',
    'a Glue job that no template has',
    definition(PREPARE, put('States/Curate/Parameters/JobName', 'ml-lifecycle-sandbox-curate')),
  ],
  [
    'function-by-name',
    "a function's name where its ARN belongs",
    withIdOf('ModelMonitoring/SchedulesPlanSchedules', (handler) =>
      properties(FOLLOW, exchange('DefinitionString', { 'Fn::GetAtt': [handler, 'Arn'] }, { Ref: handler })),
    ),
  ],
  [
    'stack-unknown',
    'an update of a stack that does not exist',
    definition(APPLY, put('States/UpdateServingStack/Parameters/StackName', 'ml-lifecycle-sandbox-endpoints')),
  ],
  [
    'stack-parameter-unknown',
    'a parameter that the updated stack does not have',
    definition(
      APPLY,
      put('States/UpdateServingStack/Parameters/Parameters/ParameterKey=RealTime/ParameterKey', 'RealTimeEndpoint'),
    ),
  ],
  [
    'resource-type-left-out',
    'an update that may not change one type of the stack',
    definition(APPLY, remove('States/UpdateServingStack/Parameters/ResourceTypes/3')),
  ],
  [
    'job-argument-misspelt',
    'an argument that the job does not read',
    definition(PREPARE, rename('States/Curate/Parameters/Arguments/--feature-records.$', '--features.$')),
  ],
  [
    'job-argument-missing',
    'an argument that the job needs is gone',
    definition(PREPARE, remove('States/BuildDatasets/Parameters/Arguments/--outcomes')),
  ],
  [
    'topic-unknown',
    'a message to a topic that does not exist',
    definition(FOLLOW, put('States/TellOperators/Parameters/TopicArn', 'arn:aws:sns:us-east-1:111111111111:operators')),
  ],
  [
    'answer-misspelt',
    'a choice by a part of the answer that the function does not give',
    definition(APPLY, reword('States/WhatToDo', '$.answer.step', '$.answer.action')),
  ],
  [
    'choice-without-default',
    'a choice that knows nothing to do when nothing matches',
    definition(APPLY, remove('States/WhatCameOfIt/Default')),
  ],
  [
    'machine-unknown',
    'a start of a machine that does not exist',
    definition(
      PARK,
      put(
        'States/ParkEndpoint/Parameters/StateMachineArn',
        'arn:aws:states:us-east-1:111111111111:stateMachine:apply-serving-state',
      ),
    ),
  ],
  ['not-logged', 'a machine without logs', properties(APPLY, remove('LoggingConfiguration'))],
  ['not-traced', 'a machine without traces', properties(APPLY, put('TracingConfiguration/Enabled', false))],
  [
    'claims-another-table',
    'a claim that is given back in another table than it was made in',
    definition(PREPARE, put('States/FreeDelivery/Parameters/TableName', 'ml-lifecycle-sandbox-claims')),
  ],
]);

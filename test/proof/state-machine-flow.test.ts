import { stateMachineErrors } from '../../scripts/proof/checks/state-machine-errors';
import { stateMachineFlow } from '../../scripts/proof/checks/state-machine-flow';
import { nothingOfOursBreaks } from './seeded';
import { seeded } from './seeded-definitions';

nothingOfOursBreaks(stateMachineFlow, stateMachineErrors);

seeded(stateMachineFlow, [
  ['a definition is JSON', /Park/, '{"StartAt"', '"StartAt"', /no JSON object/],
  ['a machine begins with one of its states', /Park/, '"StartAt":"Begin"', '"StartAt":"Start"', /starts at Start/],
  [
    'a state goes on to one that exists',
    /Park/,
    '"Next":"WhatNext"',
    '"Next":"What"',
    /goes on to What, which does not exist/,
  ],
  [
    'a choice falls back to a state that exists',
    /Park/,
    '"Default":"ParkEndpoint"',
    '"Default":"Park"',
    /goes on to Park/,
  ],
  ['a choice says what happens otherwise', /Park/, ',"Default":"ParkEndpoint"', '', /has no Default/],
  [
    'a caught error goes on to a state that exists',
    /Apply/,
    '"Next":"CannotGoOn"',
    '"Next":"GiveUp"',
    /goes on to GiveUp/,
  ],
  [
    'every state is reached',
    /Park/,
    '"Next":"SchedulesStay"',
    '"Next":"SchedulesFailed"',
    /SchedulesStay is never reached/,
  ],
  [
    'every state comes to an end',
    /Follow/,
    '"Type":"Pass","Parameters":{"outcome.$":"$.answer.step","reason.$":"$.answer.reason"},"End":true',
    '"Type":"Pass","Next":"Settled"',
    /Settled never comes to an end/,
  ],
  ['a state has Next or End', /Park/, '"Seconds":10,"Next":"PlanSchedules"', '"Seconds":10', /either Next or End/],
  ['a state does not have both', /Park/, '"Seconds":10,', '"Seconds":10,"End":true,', /either Next or End/],
  ['a type of state exists', /Park/, '"Type":"Wait"', '"Type":"Sleep"', /of the type Sleep/],
  ['a field of a state exists', /Park/, '"Retry":', '"Retries":', /has Retries, which a Task does not have/],
  ['a wait says how long', /Park/, '"Seconds":10,', '', /how long it waits/],
  ['a wait is in whole seconds', /Park/, '"Seconds":10,', '"Seconds":-10,', /expected whole seconds/],
  [
    'a timeout is in whole seconds',
    /Apply/,
    '"TimeoutSeconds":86400',
    '"TimeoutSeconds":"86400"',
    /expected whole seconds/,
  ],
  ['a comparison exists', /Park/, '"StringEquals":"update"', '"StringEqual":"update"', /expected one comparison/],
  ['a comparison compares its own type', /Park/, '"StringEquals":"update"', '"StringEquals":1', /expected a string/],
  [
    'a rule goes on',
    /Park/,
    '"StringEquals":"update","Next":"UpdateStack"',
    '"StringEquals":"update"',
    /rule without Next/,
  ],
  [
    'a failure says its error one way',
    /Park/,
    '"Error":"ParkingFailed"',
    '"Error":"ParkingFailed","ErrorPath":"$.x"',
    /in two ways/,
  ],
  ['states within a map are looked at too', /Prepare/, '"StartAt":"IngestPart"', '"StartAt":"Part"', /starts at Part/],
]);

seeded(stateMachineErrors, [
  ['an error exists', /Park/, '"States.TaskFailed"', '"States.TaskFail"', /Step Functions does not report/],
  ['States.ALL stands alone', /Prepare/, '["States.ALL"]', '["States.ALL","Glue.X"]', /beside other errors/],
  [
    'States.ALL comes last',
    /Park/,
    '["Lambda.ClientExecutionTimeoutException"',
    '["States.ALL"],"MaxAttempts":1},{"ErrorEquals":["Lambda.ClientExecutionTimeoutException"',
    /never have their turn/,
  ],
  [
    'a retry is for some error',
    /Prepare/,
    '["Glue.ConcurrentRunsExceededException","Glue.ResourceNumberLimitExceededException","Glue.ThrottlingException"]',
    '[]',
    /for no error/,
  ],
  ['a retry waits longer, not shorter', /Prepare/, '"BackoffRate":1}', '"BackoffRate":0.5}', /BackoffRate 0.5/],
  ['a retry waits whole seconds', /Prepare/, '"IntervalSeconds":60', '"IntervalSeconds":0', /IntervalSeconds 0/],
  ['a retry has a number of attempts', /Prepare/, '"MaxAttempts":30', '"MaxAttempts":-1', /MaxAttempts -1/],
  [
    'a field of a retry exists',
    /Prepare/,
    '"MaxAttempts":30',
    '"MaxAttempt":30',
    /with MaxAttempt, which does not exist/,
  ],
]);

import type { Check } from '../../scripts/proof/check';
import { stateMachineCalls } from '../../scripts/proof/checks/state-machine-calls';
import { stateMachineData } from '../../scripts/proof/checks/state-machine-data';
import { stateMachineErrors } from '../../scripts/proof/checks/state-machine-errors';
import { stateMachineFlow } from '../../scripts/proof/checks/state-machine-flow';
import { stateMachinePaths } from '../../scripts/proof/checks/state-machine-paths';
import { stateMachineTargets } from '../../scripts/proof/checks/state-machine-targets';
import { ASSEMBLIES, findWhen } from './broken';

const CHECKS = [
  stateMachineFlow,
  stateMachineErrors,
  stateMachinePaths,
  stateMachineData,
  stateMachineCalls,
  stateMachineTargets,
];
const MACHINE = 'AWS::StepFunctions::StateMachine';

test.each(CHECKS.map((check) => [check.id, check] as const))('nothing of ours breaks the rule of %s', (_, check) => {
  expect(check.find(ASSEMBLIES.sandbox)).toEqual([]);
  expect(check.find(ASSEMBLIES.production)).toEqual([]);
});

type Broken = readonly [rule: string, machine: RegExp, from: string, to: string, message: RegExp];

/** Every fault is a text of the definition instead of another one. */
function seeded(check: Check, faults: readonly Broken[]) {
  describe(check.id, () => {
    test.each(faults)('%s', (_, id, from, to, message) => {
      const found = findWhen(
        check,
        MACHINE,
        ({ Properties }) => {
          const parts: unknown[] = Properties.DefinitionString['Fn::Join'][1];
          const place = parts.findIndex((part) => typeof part === 'string' && part.includes(from));
          if (place < 0) throw new Error(`no state machine says ${from}`);
          parts[place] = (parts[place] as string).replace(from, () => to);
        },
        { id },
      );
      expect(found.map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
    });
  });
}

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
  ['a retry is for some error', /Prepare/, '["Glue.ConcurrentRunsExceededException"]', '[]', /for no error/],
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

seeded(stateMachinePaths, [
  [
    'a path that is evaluated says so in its name',
    /Prepare/,
    '"cause.$":"$.cause"',
    '"cause":"$.cause"',
    /expected the name cause\.\$/,
  ],
  [
    'a field that is evaluated is a path',
    /Prepare/,
    '"cause.$":"$.cause"',
    '"cause.$":"cause"',
    /neither a path nor a call/,
  ],
  [
    'the context object has what is read',
    /Prepare/,
    '$$.Execution.Name',
    '$$.Execution.Title',
    /not in the context object/,
  ],
  ['an intrinsic function exists', /Prepare/, 'States.ArrayGetItem(', 'States.ArrayGet(', /neither a path nor a call/],
  [
    'a format has a place for each value',
    /Prepare/,
    "States.Format('{}/{}#{}'",
    "States.Format('{}/{}'",
    /2 places for 3 values/,
  ],
  [
    'a call has its arguments',
    /Prepare/,
    "States.StringSplit($.key, '/=')",
    'States.StringSplit($.key)',
    /has 1 arguments/,
  ],
  ['a call has all its brackets', /Prepare/, "'/='), 3)", "'/=', 3)", /brackets|arguments/],
  [
    'a result is put at one place',
    /Park/,
    '"ResultPath":"$.answer"',
    '"ResultPath":"answer"',
    /at which nothing can be put/,
  ],
  [
    'fields of the other query language are found',
    /Park/,
    '"ResultPath":"$.answer"',
    '"Output":"{% $x %}"',
    /belongs to JSONata/,
  ],
  [
    'a variable of a choice is a path',
    /Park/,
    '"Variable":"$.answer.step"',
    '"Variable":"answer.step"',
    /neither a path/,
  ],
]);

seeded(stateMachineData, [
  [
    'a choice reads what is there',
    /Park/,
    '"Variable":"$.answer.step"',
    '"Variable":"$.anwser.step"',
    /reads \$\.anwser/,
  ],
  [
    'a state reads what an earlier one wrote',
    /Park/,
    '"ResultPath":"$.answer"',
    '"ResultPath":"$.reply"',
    /reads \$\.answer/,
  ],
  [
    'a machine reads what its rule sends',
    /Prepare/,
    '$.bucket, $.key, $.version',
    '$.bucket, $.key, $.versionId',
    /reads \$\.versionId/,
  ],
  [
    'a failure reads what was caught',
    /Prepare/,
    '"ErrorPath":"$.failure.Error"',
    '"ErrorPath":"$.error.Error"',
    /reads \$\.error/,
  ],
  [
    'a result that is thrown away is not read',
    /Park/,
    '"ResultPath":"$.answer"',
    '"ResultPath":null',
    /reads \$\.answer/,
  ],
]);

seeded(stateMachineCalls, [
  [
    'an integration exists',
    /Prepare/,
    ':states:::glue:startJobRun.sync',
    ':states:::glue:runJob.sync',
    /no integration of Step Functions/,
  ],
  [
    'an integration waits as it can',
    /Prepare/,
    ':states:::dynamodb:putItem',
    ':states:::dynamodb:putItem.sync',
    /by sync, which it does not know/,
  ],
  [
    'an operation of the SDK exists',
    /Park/,
    'aws-sdk:cloudformation:updateStack',
    'aws-sdk:cloudformation:changeStack',
    /which AWS does not have/,
  ],
  [
    'a service of the SDK exists',
    /Park/,
    'aws-sdk:cloudformation:updateStack',
    'aws-sdk:cloudformatoin:updateStack',
    /which AWS does not have/,
  ],
  ['parameters are written in PascalCase', /Prepare/, '"TableName":', '"tableName":', /PascalCase/],
  ['a call has what it needs', /Prepare/, '{"JobName":', '{"Name":', /without JobName/],
  [
    'a role allows the call',
    /Park/,
    'aws-sdk:cloudformation:updateStack',
    'aws-sdk:cloudformation:deleteStack',
    /needs cloudformation:DeleteStack/,
  ],
  [
    'a role allows the call on this stack',
    /Park/,
    '"StackName":"ml-lifecycle-sandbox-monitor-schedules"',
    '"StackName":"ml-lifecycle-sandbox-training"',
    /needs cloudformation:UpdateStack on ml-lifecycle-sandbox-training/,
  ],
  [
    'a map reads its items by a reader',
    /Prepare/,
    ':states:::s3:listObjectsV2',
    ':states:::s3:listObjects',
    /which is no reader/,
  ],
  ['a map that reads is distributed', /Prepare/, '"Mode":"DISTRIBUTED"', '"Mode":"INLINE"', /only a distributed map/],
]);

test.each([
  ['glue:BatchStopJobRun', /PrepareDataRole/],
  ['dynamodb:DeleteItem', /PrepareDataRole/],
  ['sns:Publish', /ApplyServingStateRole/],
  ['xray:PutTraceSegments', /ParkServingRole/],
  ['logs:CreateLogDelivery', /ParkServingRole/],
  ['lambda:InvokeFunction', /FollowServingStateRole/],
])('a machine whose role does not allow %s is found', (action, id) => {
  const found = findWhen(
    stateMachineCalls,
    'AWS::IAM::Policy',
    (policy) => {
      const text = JSON.stringify(policy);
      if (!text.includes(action)) throw new Error(`the role does not allow ${action} in the first place`);
      Object.assign(policy, JSON.parse(text.replaceAll(action, 's3:GetObjectAcl')));
    },
    { id },
  );
  expect(found.map(({ message }) => message)).toContainEqual(expect.stringContaining(action));
});

seeded(stateMachineTargets, [
  [
    'a stack that is updated is deployed',
    /Park/,
    '"StackName":"ml-lifecycle-sandbox-monitor-schedules"',
    '"StackName":"ml-lifecycle-sandbox-schedules"',
    /which nobody deploys/,
  ],
  [
    'a stack takes the parameters that it is given',
    /Apply/,
    '"ParameterKey":"RealTime"',
    '"ParameterKey":"Realtime"',
    /sets Realtime/,
  ],
  [
    'a stack is told all its parameters',
    /Apply/,
    ',{"ParameterKey":"RealTime","ParameterValue.$":"$.answer.realTime"}',
    '',
    /says nothing of RealTime/,
  ],
  [
    'an update may touch all that the stack holds',
    /Apply/,
    '"AWS::CloudWatch::Alarm",',
    '',
    /may not touch AWS::CloudWatch::Alarm/,
  ],
  ['an item has the key of its table', /Prepare/, '"Item":{"delivery":', '"Item":{"id":', /does not give delivery/],
  ['a deletion has the key of its table', /Prepare/, '"Key":{"delivery":', '"Key":{"id":', /does not give delivery/],
  ['an update keeps the template', /Park/, '"UsePreviousTemplate":true,', '', /without a template/],
]);

test.each([['a job is a job', 'JobName', 'TableName', /names ClaimsTable|names JobsCurate/]])(
  '%s',
  (_, of, as, message) => {
    const found = findWhen(
      stateMachineTargets,
      MACHINE,
      ({ Properties }) => {
        const parts: unknown[] = Properties.DefinitionString['Fn::Join'][1];
        const place = parts.findIndex((part) => typeof part === 'string' && part.endsWith(`"${of}":"`));
        parts[place + 1] = parts[parts.findIndex((part) => typeof part === 'string' && part.endsWith(`"${as}":"`)) + 1];
      },
      { id: /Prepare/ },
    );
    expect(found.map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
  },
);

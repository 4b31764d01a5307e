import { stateMachineCalls } from '../../scripts/proof/checks/state-machine-calls';
import { stateMachineTargets } from '../../scripts/proof/checks/state-machine-targets';
import { findWhen } from './broken';
import { nothingOfOursBreaks } from './seeded';
import { MACHINE, seeded } from './seeded-definitions';

nothingOfOursBreaks(stateMachineCalls, stateMachineTargets);

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

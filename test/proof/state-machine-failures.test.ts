import { stateMachineCalls } from '../../scripts/proof/checks/state-machine-calls';
import { stateMachineErrors } from '../../scripts/proof/checks/state-machine-errors';
import { stateMachineFailures } from '../../scripts/proof/checks/state-machine-failures';
import { stateMachineInputs } from '../../scripts/proof/checks/state-machine-inputs';
import { stateMachineRetries } from '../../scripts/proof/checks/state-machine-retries';
import { findWhen } from './broken';
import { holds } from './finds';
import { MACHINE, seeded } from './seeded-definitions';

const CAUGHT = '"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.failure","Next":"DeliveryClaimed"}],';
const GIVEN_UP = '"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.crash","Next":"CannotGoOn"}],';
const TAKEN = 'DynamoDB.ConditionalCheckFailedException';

describe('in the product', () => {
  holds([stateMachineErrors, stateMachineFailures, stateMachineInputs, stateMachineRetries]);
});

seeded(stateMachineInputs, [
  ['an attribute has a type of DynamoDB', /Prepare/, '"delivery":{"S.$"', '"delivery":{"s.$"', /the member s, which/],
  ['an attribute has one type', /Prepare/, '{"S.$":"$.delivery"}', '{"S.$":"$.delivery","N":"1"}', /2 members/],
  ['an attribute is no bare text', /Prepare/, '{"S.$":"$.delivery"}', '"delivery"', /gives .*delivery no object/],
  ['a parameter exists', /Prepare/, '"ConditionExpression"', '"Condition"', /the member Condition,/],
  ['a call has what it needs', /Prepare/, '"Item":', '"Items":', /no Item/],
  ['a flag is no text', /Park/, '"UsePreviousTemplate":true', '"UsePreviousTemplate":"true"', /expected a boolean/],
  ['a list is a list', /Apply/, '"ResourceTypes":[', '"ResourceTypes":"","Others":[', /ResourceTypes no list/],
  ['a member of a list exists', /Apply/, '"ParameterKey":"RealTime"', '"Key":"RealTime"', /the member Key,/],
  ['a message is told to a topic of SNS', /Apply/, '"Subject":', '"Title":', /the member Title/],
]);

seeded(stateMachineErrors, [
  ['an error of a service exists', /Prepare/, TAKEN, 'DynamoDB.ConditionalCheckFailed', /dynamodb does not have/],
  ['an error names its service', /Prepare/, TAKEN, 'ConditionalCheckFailedException', /expected the name of dynamodb/],
  [
    'an error is of the service that is called',
    /Prepare/,
    TAKEN,
    'Glue.ConditionalCheckFailedException',
    /of dynamodb/,
  ],
  [
    'an error of Glue exists',
    /Prepare/,
    'Glue.ConcurrentRunsExceededException',
    'Glue.ConcurrentRunsExceeded',
    /glue does not have/,
  ],
  ['an error of Lambda exists', /Follow/, 'Lambda.ServiceException', 'Lambda.ServiceError', /lambda does not have/],
  [
    'an error without a service is thrown by the code',
    /Follow/,
    '"Lambda.SdkClientException"',
    '"NobodyThrows"',
    /never throws/,
  ],
]);

const RETRIED = /"Retry":\[\{"ErrorEquals":\["Lambda\.[^\]]*\][^\]]*\},\{[^\]]*\][^\]]*\}\],/;
test.each([/Apply/, /Follow/, /Park/])('a function that %s calls is tried again', (id) => {
  const found = findWhen(
    stateMachineRetries,
    MACHINE,
    ({ Properties }) => {
      const parts: unknown[] = Properties.DefinitionString['Fn::Join'][1];
      const place = parts.findIndex((part) => typeof part === 'string' && RETRIED.test(part));
      if (place < 0) throw new Error('nothing is tried again');
      parts[place] = (parts[place] as string).replace(RETRIED, '');
    },
    { id },
  );
  expect(found.map(({ message }) => message).join('\n')).toMatch(/calls a function without trying again/);
});

seeded(stateMachineRetries, [
  [
    'no attempt is no retry',
    /Follow/,
    '"MaxAttempts":3}],"Type":"Task","ResultPath":null,"Resource":"arn:',
    '"MaxAttempts":0}],"Type":"Task","ResultPath":null,"Resource":"arn:',
    /TellOperators calls sns:publish, and neither/,
  ],
]);

seeded(stateMachineFailures, [
  [
    'a claim is given back when a job fails',
    /Prepare/,
    CAUGHT,
    '',
    /may fail and leave what ClaimDelivery has claimed/,
  ],
  [
    'a claim is not given back by one that leads elsewhere',
    /Prepare/,
    '"ResultPath":"$.failure","Next":"DeliveryClaimed"',
    '"ResultPath":"$.failure","Next":"NotPrepared"',
    /may fail and leave/,
  ],
  [
    'a claim is not given back after some errors only',
    /Prepare/,
    '["States.ALL"],"ResultPath":"$.failure"',
    '["States.Timeout"],"ResultPath":"$.failure"',
    /may fail and leave/,
  ],
  ['operators hear of every failure', /Apply/, GIVEN_UP, '', /catches no error, and states before it catch all/],
]);

test('a function that stands as a resource by its name is found', () => {
  const found = findWhen(
    stateMachineCalls,
    MACHINE,
    ({ Properties }) => {
      const parts = Properties.DefinitionString['Fn::Join'][1];
      const place = parts.findIndex((part: { 'Fn::GetAtt'?: string[] }) => part['Fn::GetAtt']?.[1] === 'Arn');
      parts[place] = { Ref: parts[place]['Fn::GetAtt'][0] };
    },
    { id: /Follow/ },
  );
  expect(found.map(({ message }) => message).join('\n')).toMatch(/by its name, expected its ARN/);
});

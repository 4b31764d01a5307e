import { judgeEndpoints, judgeStack } from '../../../../lambda/serving/check-serving-state/judge-update';

const WANTED = { version: 'arn:group/2', realTime: 'on' } as const;
const FORMER = { version: 'arn:group/1', realTime: 'on' } as const;
const REFUSED = 'CloudFormation.CloudFormationException: ';

test.each([
  ['UPDATE_IN_PROGRESS', WANTED, undefined, 'waiting'],
  ['UPDATE_ROLLBACK_IN_PROGRESS', WANTED, undefined, 'waiting'],
  ['UPDATE_IN_PROGRESS', WANTED, `${REFUSED}is in UPDATE_IN_PROGRESS state and can not be updated`, 'occupied'],
  ['UPDATE_COMPLETE', FORMER, `${REFUSED}is in UPDATE_IN_PROGRESS state and can not be updated`, 'occupied'],
  ['UPDATE_COMPLETE', WANTED, undefined, 'in-force'],
  ['UPDATE_ROLLBACK_COMPLETE', WANTED, undefined, 'in-force'],
  ['UPDATE_COMPLETE', WANTED, `${REFUSED}No updates are to be performed.`, 'in-force'],
  ['UPDATE_COMPLETE', FORMER, `${REFUSED}No updates are to be performed.`, 'refused'],
  ['UPDATE_ROLLBACK_COMPLETE', FORMER, undefined, 'broken'],
  ['UPDATE_ROLLBACK_FAILED', WANTED, undefined, 'broken'],
  ['UPDATE_COMPLETE', FORMER, undefined, 'superseded'],
  ['UPDATE_COMPLETE', { ...WANTED, realTime: 'parked' }, undefined, 'superseded'],
] as const)('a stack that is %s with %j after %s is %s', (status, state, refusal, is) => {
  expect(judgeStack(WANTED, { status, state }, refusal)).toMatchObject({ is });
});

const endpoint = (change = {}) => ({ name: 'real-time', status: 'InService', config: 'config-2', ...change });

test.each([
  ['Updating', 'waiting'],
  ['RollingBack', 'waiting'],
  ['SystemUpdating', 'waiting'],
  ['Failed', 'broken'],
  ['OutOfService', 'broken'],
  ['UpdateRollbackFailed', 'broken'],
  [undefined, 'broken'],
  ['InService', 'in-force'],
])('an endpoint that is %s is %s', (status, is) => {
  expect(judgeEndpoints([endpoint({ status })], ['config-1', 'config-2'])).toMatchObject({ is });
});

test('an endpoint in service on another configuration than the stack’s was rolled back', () => {
  expect(judgeEndpoints([endpoint({ config: 'config-1', failure: 'Alarm went off.' })], ['config-2'])).toEqual({
    is: 'broken',
    reason: 'SageMaker rolled the endpoint real-time back to config-1. Alarm went off.',
  });
});

test('one endpoint at work is waited for, whatever another one is', () => {
  const endpoints = [endpoint({ status: 'Failed' }), endpoint({ status: 'Creating' })];

  expect(judgeEndpoints(endpoints, ['config-2'])).toMatchObject({ is: 'waiting' });
});

import { checkServingState } from '../../../../lambda/serving/check-serving-state/check-serving-state';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { arnOf, ENV, ServingCloud } from '../serving-cloud';

const NOW = '2026-11-20T10:00:00Z';
const request = { action: 'approve', version: arnOf(2), cause: 'approval' };
const decided = {
  ...{ step: 'update', version: arnOf(2), realTime: 'parked', reason: '', error: '', refusals: 0 },
  former: { version: arnOf(1), realTime: 'parked' },
};

function given() {
  const cloud = new ServingCloud();
  cloud.add(1);
  cloud.add(2);
  cloud.serving(1).serving(2);
  let answer: unknown;
  const check = (event: unknown) => checkServingState(event, cloud.clients, ENV);
  return {
    cloud,
    check,
    // What the endpoint answers is judged by the smoke test.
    clients: Object.entries(cloud.clients).flatMap(([name, client]) => (name === 'sageMakerRuntime' ? [] : [client])),
    start: async () => {
      answer = await check({ now: NOW, run: { startedAt: NOW, request, answer: decided } });
    },
    left: () => answer,
  };
}

test('broken off anywhere and asked again, it sees the same', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(8);

  const { start, left } = given();
  await start();
  expect(left()).toMatchObject({ step: 'applied', version: arnOf(2) });
});

test('an update that is still in progress, whoever began it, is waited for and not judged', async () => {
  const { cloud, check } = given();
  cloud.updateStack({ version: arnOf(2), realTime: 'on' });
  const run = { startedAt: NOW, request, answer: decided };

  expect(await check({ now: NOW, run })).toMatchObject({ step: 'wait' });
  const update = { Error: 'CloudFormation.X', Cause: 'Stack is in UPDATE_IN_PROGRESS state' };
  expect(await check({ now: NOW, run: { ...run, update } })).toMatchObject({ step: 'decide', refusals: 0 });
});

test.each([null, {}, { now: NOW }, { now: NOW, run: { startedAt: NOW, request } }])(
  'a run that was cut to %j is an error',
  async (event) => {
    await expect(given().check(event)).rejects.toThrow();
  },
);

test.each(['ThrottlingException', 'ModelNotReadyException'])(
  'an endpoint that answers the smoke test with %s is asked later, and its version is not blamed',
  async (name) => {
    const { cloud, check } = given();
    const runtime = cloud.clients.sageMakerRuntime as { send: unknown };
    const { send } = runtime;
    runtime.send = async () => {
      throw Object.assign(new Error('slow down'), { name });
    };
    const ask = () => check({ now: NOW, run: { startedAt: NOW, request, answer: decided } });

    const busy = 'the endpoint serverless is busy: slow down';
    expect(await ask()).toMatchObject({ step: 'wait', version: arnOf(2), reason: busy });
    runtime.send = send;
    expect(await ask()).toMatchObject({ step: 'applied' });
  },
);

test('another run that begins its update while the endpoints are asked is waited for, and the version is not blamed', async () => {
  const { cloud, check } = given();
  cloud.serving(2, 'on');
  const runtime = cloud.clients.sageMakerRuntime as { send: unknown };
  runtime.send = async () => {
    cloud.updateStack({ version: arnOf(2), realTime: 'parked' });
    throw new Error('Endpoint real-time not found');
  };
  const run = { startedAt: NOW, request, answer: { ...decided, realTime: 'on' } };

  expect(await check({ now: NOW, run })).toMatchObject({ step: 'wait', reason: expect.stringContaining('UPDATE_') });
  cloud.finishUpdate();
  expect(await check({ now: NOW, run })).toMatchObject({ step: 'nothing', version: arnOf(2), realTime: 'parked' });
});

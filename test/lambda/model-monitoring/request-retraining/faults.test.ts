import { ExecutionAlreadyExists, SFNClient } from '@aws-sdk/client-sfn';
import { requestRetraining } from '../../../../lambda/model-monitoring/request-retraining/request-retraining';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { stubClient } from '../../stub-client';
import { givenLake } from '../fake-lake';

const ENV = { PREPARE_DATA_ARN: 'arn:machine', MONITORING_URI: 's3://lake/monitoring/parts' };
const DAYS = ['2026-11-19', '2026-11-20', '2026-11-21'];
const alarm = (time = '2026-11-21T03:02:00Z') => ({ cause: 'drift', time });

/** Reports of some days, and a state machine that takes a name once. */
function given(days: readonly string[] = DAYS) {
  const lake = givenLake();
  for (const day of days) lake.put(`${ENV.MONITORING_URI}/drift/${day}T03:00:00Z.json`, {});
  const executions = new Map<string, string>();
  const stepFunctions = stubClient(new SFNClient({}), {
    StartExecution: ({ name, input }) => {
      if (executions.has(name)) return new ExecutionAlreadyExists({ message: name, $metadata: {} });
      executions.set(name, input);
      return {};
    },
  });
  const clients = { s3: lake.s3, stepFunctions: stepFunctions.client };
  const ask = (event: unknown = alarm()) => requestRetraining(event, clients, ENV);
  return { clients: Object.values(clients), ask, start: () => ask(), left: () => Object.fromEntries(executions) };
}

test('broken off anywhere and started again, one preparation was asked for', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(4);

  const { start, left } = given();
  await start();
  expect(Object.keys(left())).toEqual(['drift-2026-11-21']);
});

test('alarms that come late and in any order ask once, about the newest finding', async () => {
  const { ask, left } = given();

  for (const time of ['2026-11-21T03:02:00Z', '2026-11-20T03:02:00Z', '2026-11-21T09:00:00Z']) await ask(alarm(time));

  expect(left()).toEqual({ 'drift-2026-11-21': '{"cause":"drift","arrivedAt":"2026-11-21T03:00:00Z"}' });
});

test.each([
  null,
  '',
  {},
  { cause: 'drift' },
  { time: '2026-11-21T03:02:00Z' },
  { cause: 'drift', time: '2026-11-21T03:' },
])(
  'an event that was cut to %j is an error, so that it is tried again and parked, and asks for nothing',
  async (event) => {
    const { ask, left } = given();

    await expect(ask(event)).rejects.toThrow();
    expect(left()).toEqual({});
  },
);

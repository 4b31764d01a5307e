import { ExecutionAlreadyExists, SFNClient } from '@aws-sdk/client-sfn';
import { requestRetraining } from '../../../../lambda/model-monitoring/request-retraining/request-retraining';
import { preparationFor } from '../../../../lambda/model-monitoring/request-retraining/retraining-request';
import { stubClient } from '../../stub-client';
import { givenLake } from '../fake-lake';

const ENV = { PREPARE_DATA_ARN: 'arn:machine', MONITORING_URI: 's3://lake/monitoring/parts' };
const ALARM = '2026-11-22T03:02:11Z';

function given(reports: readonly string[] = []) {
  const lake = givenLake();
  for (const report of reports) lake.put(`${ENV.MONITORING_URI}/${report}.json`, {});
  const taken = new Set<string>();
  const stepFunctions = stubClient(new SFNClient({}), {
    StartExecution: ({ name }) => {
      if (taken.has(name)) return new ExecutionAlreadyExists({ message: name, $metadata: {} });
      taken.add(name);
      return { executionArn: `arn:execution:${name}` };
    },
  });
  const clients = { s3: lake.s3, stepFunctions: stepFunctions.client };
  return {
    lake,
    stepFunctions,
    ask: (event: unknown) => requestRetraining(event, clients, ENV),
    started: () => stepFunctions.sent.map(({ input }) => ({ ...input, input: JSON.parse(input.input) })),
  };
}

test.each(['drift', 'quality'] as const)(
  'an alarm about %s has the data prepared as of its own monitor’s report',
  async (cause) => {
    const { ask, started } = given([
      'drift/2026-11-20T03:00:00Z',
      'drift/2026-11-21T03:00:00Z',
      'quality/2026-11-20T04:00:00Z',
      'quality/2026-11-21T03:00:00Z',
    ]);

    expect(await ask({ cause, time: ALARM })).toMatchObject({ outcome: 'started' });
    expect(started()).toEqual([
      {
        stateMachineArn: 'arn:machine',
        name: `${cause}-2026-11-21`,
        input: { cause, arrivedAt: '2026-11-21T03:00:00Z' },
      },
    ]);
  },
);

test.each(['schedule', 'hand'] as const)('%s asks as of its own time and looks at no report', async (cause) => {
  const { ask, started, lake } = given(['drift/2026-11-21T03:00:00Z']);

  await ask({ cause, time: ALARM });

  expect(started()).toMatchObject([{ name: `${cause}-2026-11-22`, input: { cause, arrivedAt: ALARM } }]);
  expect(lake.sent).toEqual([]);
});

test('a storm of alarms about one finding is one preparation, and the rest is quiet', async () => {
  const { ask } = given(['drift/2026-11-21T03:00:00Z']);

  const answers = [];
  for (const time of [ALARM, ALARM, '2026-11-22T23:59:00Z'])
    answers.push((await ask({ cause: 'drift', time })).outcome);

  expect(answers).toEqual(['started', 'asked-before', 'asked-before']);
});

test('another cause and another day’s finding are asked for anew', async () => {
  const { ask, started, lake } = given(['drift/2026-11-21T03:00:00Z']);

  await ask({ cause: 'drift', time: ALARM });
  await ask({ cause: 'schedule', time: ALARM });
  lake.put(`${ENV.MONITORING_URI}/drift/2026-11-22T03:00:00Z.json`, {});
  await ask({ cause: 'drift', time: ALARM });

  expect(started().map(({ name }) => name)).toEqual(['drift-2026-11-21', 'schedule-2026-11-22', 'drift-2026-11-22']);
});

test('an alarm that somebody set by hand, before any look, asks as of its own time', async () => {
  const { ask, started } = given();

  await ask({ cause: 'quality', time: ALARM });

  expect(started()).toMatchObject([{ name: 'quality-2026-11-22', input: { arrivedAt: ALARM } }]);
});

test('any other failure is one, so that the event is tried again', async () => {
  const { ask, stepFunctions } = given();
  stepFunctions.client.send = async () => {
    throw new Error('throttled');
  };

  await expect(ask({ cause: 'hand', time: ALARM })).rejects.toThrow('throttled');
});

test.each([{ cause: 'new-data', time: ALARM }, { cause: 'drift' }, { cause: 'drift', time: 'soon' }, null])(
  '%j asks for nothing',
  async (event) => {
    const { ask, started } = given();

    await expect(ask(event)).rejects.toThrow();
    expect(started()).toEqual([]);
  },
);

test('every name is one that Step Functions takes', () => {
  for (const cause of ['drift', 'quality', 'schedule', 'hand'] as const)
    expect(preparationFor({ cause, time: '2026-11-22T03:02:11.123+02:00' }, undefined)).toEqual({
      name: expect.stringMatching(/^[a-z]+-\d{4}-\d{2}-\d{2}$/),
      input: { cause, arrivedAt: '2026-11-22T01:02:11Z' },
    });
});

import { decideSchedules } from '../../../../lambda/model-monitoring/plan-schedules/decide-schedules';
import { planSchedules } from '../../../../lambda/model-monitoring/plan-schedules/plan-schedules';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { ENV, SchedulesCloud } from '../schedules-cloud';

const NOW = '2026-11-20T10:00:00Z';
const run = { startedAt: NOW, want: 'follow' };

function given() {
  const cloud = new SchedulesCloud();
  const { clients } = cloud;
  let plan: unknown;
  const ask = (event: unknown = { now: NOW, run }) => planSchedules(event, clients, ENV);
  return {
    cloud,
    ask,
    clients: Object.values(clients),
    start: async () => {
      plan = await ask();
    },
    left: () => ({ plan, written: [...cloud.written] }),
  };
}

test('broken off anywhere and asked again, it plans the same and writes one configuration', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(14);

  const { start, left } = given();
  await start();
  expect(left()).toMatchObject({
    plan: { step: 'update' },
    written: [[expect.stringMatching(/[0-9a-f]{64}\.json$/), expect.anything()]],
  });
});

test('while either stack is being updated it waits, and updates nothing', async () => {
  const { cloud, ask } = given();
  cloud.status = 'UPDATE_IN_PROGRESS';
  expect(await ask()).toMatchObject({ step: 'wait', parameters: [] });

  const serving = new SchedulesCloud();
  serving.serving.status = 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS';
  expect(await planSchedules({ now: NOW, run }, serving.clients, ENV)).toMatchObject({ step: 'wait', parameters: [] });
});

test.each([null, {}, { now: NOW }, { now: NOW, run: {} }, { now: '2026-11-', run }])(
  'a run that was cut to %j is an error, and nothing is written',
  async (event) => {
    const { cloud, ask } = given();

    await expect(ask(event)).rejects.toThrow();
    expect(cloud.written.size).toBe(0);
  },
);

test.each(['Rate exceeded', 'Service Unavailable', 'Internal Failure'])(
  'an update that ended with "%s" is asked for again after a pause',
  (Cause) => {
    const wanted = { Schedules: 'on' };
    const question = { status: 'UPDATE_COMPLETE', current: { Schedules: 'off' }, wanted, whyBack: '' };
    const asked = { startedAt: NOW, want: 'follow' } as const;
    const tried = { step: 'update', reason: '', tried: wanted } as const;

    const answer = decideSchedules({ ...question, run: { ...asked, answer: tried, update: { Error: 'X', Cause } } });
    expect(answer).toMatchObject({ step: 'wait' });
    expect(decideSchedules({ ...question, run: { ...asked, answer } })).toMatchObject({ step: 'update' });
  },
);

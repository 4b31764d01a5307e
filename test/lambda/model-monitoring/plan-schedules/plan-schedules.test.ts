import { planSchedules } from '../../../../lambda/model-monitoring/plan-schedules/plan-schedules';
import { ENV, SchedulesCloud } from '../schedules-cloud';

const NOW = '2026-11-20T10:00:00.000Z';
const plan = (cloud: SchedulesCloud, run: object = {}) =>
  planSchedules({ now: NOW, run: { startedAt: NOW, want: 'follow', ...run } }, cloud.clients, ENV);

test('the same model has one configuration, another one another', async () => {
  const cloud = new SchedulesCloud();
  await plan(cloud);
  await plan(cloud);
  expect(cloud.written.size).toBe(1);
  cloud.serving.version = cloud.serving.version.replace(/7$/, '8');
  await plan(cloud);
  expect(cloud.written.size).toBe(2);
});

test('an endpoint that serves no model is no reason to watch nothing: the run fails', async () => {
  const cloud = new SchedulesCloud();
  const { sageMaker, ...others } = cloud.clients;
  const clients = {
    ...others,
    sageMaker: Object.assign(sageMaker, { send: async () => ({ CustomerMetadataProperties: cloud.metadata }) }),
  };
  await expect(planSchedules({ now: NOW, run: { startedAt: NOW, want: 'follow' } }, clients, ENV)).rejects.toThrow(
    'endpoint real-time serves no model',
  );
});

test('a threshold that is no number is no threshold', async () => {
  const cloud = new SchedulesCloud();
  cloud.metadata = { ...cloud.metadata, threshold: 'half' };
  expect(await plan(cloud)).toMatchObject({ step: 'nothing', reason: 'the schedules are off' });
});

test.each([{}, { now: NOW }, { now: NOW, run: { startedAt: NOW, want: 'everything' } }])(
  'an event of another form is refused: %j',
  async (event) => {
    await expect(planSchedules(event, new SchedulesCloud().clients, ENV)).rejects.toThrow();
  },
);

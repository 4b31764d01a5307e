import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { IdleCloud } from './idle-cloud';

const at = (time: string) => ({ time: `2026-11-20T${time}Z` });
const NOON = at('12:00:00');

function given() {
  const cloud = new IdleCloud();
  const clients = cloud.clients;
  return {
    cloud,
    clients: Object.values(clients),
    start: () => cloud.check(NOON),
    left: () => Object.fromEntries(cloud.executions),
  };
}

test('broken off anywhere and started again, parking was asked for once', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBe(9);

  const { start, left } = given();
  await start();
  expect(Object.keys(left())).toEqual(['idle-2026-11-20T12']);
});

test('the same event twice asks once', async () => {
  const { cloud, left } = given();

  const answers = [await cloud.check(NOON), await cloud.check(NOON)];

  expect(answers.map(({ outcome }) => outcome)).toEqual(['parks', 'asked-before']);
  expect(Object.keys(left())).toHaveLength(1);
});

test('an event that comes late parks nothing that was asked, woken or changed meanwhile', async () => {
  const asked = given().cloud;
  asked.asked.push('2026-11-20T12:40:00Z');
  expect(await asked.check(NOON)).toMatchObject({ outcome: 'stays' });

  const woken = given().cloud;
  woken.updated = '2026-11-20T12:40:00Z';
  expect(await woken.check(NOON)).toMatchObject({ outcome: 'stays' });
});

test('events in another order each look at their own time', async () => {
  const { cloud, left } = given();
  cloud.asked.push('2026-11-20T11:30:00Z');

  for (const event of [at('14:00:00'), at('13:00:00'), NOON]) await cloud.check(event);

  expect(Object.keys(left())).toEqual(['idle-2026-11-20T14']);
});

test('while what serves is being changed nothing is parked, and the next hour looks again', async () => {
  const { cloud, left } = given();
  cloud.status = 'UPDATE_IN_PROGRESS';

  expect(await cloud.check(NOON)).toMatchObject({ outcome: 'stays' });
  cloud.status = 'UPDATE_COMPLETE';
  expect(await cloud.check(at('13:00:00'))).toMatchObject({ outcome: 'parks' });
  expect(Object.keys(left())).toEqual(['idle-2026-11-20T13']);
});

test.each([null, '', {}, { time: '2026-11-' }, { time: 5 }])(
  'an event that was cut to %j is an error, and nothing is parked',
  async (event) => {
    const { cloud, left } = given();

    await expect(cloud.check(event)).rejects.toThrow();
    expect(left()).toEqual({});
  },
);

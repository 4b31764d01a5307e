import { writeGroundTruth } from '../../../../lambda/model-monitoring/write-ground-truth/write-ground-truth';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { givenLake, lines, logKey, outcome } from '../fake-lake';

const ENV = {
  OUTCOMES_URI: 's3://lake/outcomes/parts',
  GROUND_TRUTH_URI: 's3://lake/ground-truth/parts',
  PROGRESS_URI: 's3://lake/monitoring/parts/ground-truth',
};
const NIGHT = { time: '2026-11-21T04:30:00Z' };
const LATER = { time: '2026-11-22T04:30:00Z' };
const ids = (count: number, hour = '2026112009') =>
  Array.from({ length: count }, (_, at) => `${hour}-00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);

function given() {
  const lake = givenLake();
  const tell = (moment: string, told: readonly string[]) =>
    lake.put(`${ENV.OUTCOMES_URI}/${logKey(moment)}`, lines(told.map((id) => outcome(id))));
  tell('2026-11-20T10:00:00Z', ids(3));
  tell('2026-11-20T11:00:00Z', ids(2, '2026112010'));
  const write = (event: unknown = NIGHT) => writeGroundTruth(event, lake.s3, { positive: 'yes', env: ENV });
  const left = () => [...lake.objects].filter(([key]) => !key.includes('/outcomes/')).sort();
  return { lake, tell, clients: [lake.s3], write, start: () => write(), left };
}

/** Every outcome that was handed on, by its id. */
const handedOn = (left: readonly (readonly [string, string])[]) =>
  left.flatMap(([, text]) => [...text.matchAll(/"eventId":"([^"]+)"/g)].map(([, id]) => id)).sort();

test('broken off anywhere and started again, every outcome is handed on once', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(14);

  const { start, left } = given();
  await start();
  expect(handedOn(left())).toEqual([...ids(3), ...ids(2, '2026112010')].sort());
});

test('a night that comes after a later one hands nothing on that was not, and loses nothing', async () => {
  const { write, tell, left } = given();
  tell('2026-11-21T10:00:00Z', ids(4, '2026112108'));
  await write(LATER);
  const before = left();

  await write(NIGHT);
  await write(LATER);
  expect(left()).toEqual(before);
  expect(handedOn(before)).toHaveLength(9);
});

test('what Firehose delivered late into a day that was handed on is handed on the next night', async () => {
  const { write, tell, left } = given();
  await write();
  tell('2026-11-20T10:30:00Z', ids(2, '2026112008'));

  await write(LATER);
  expect(handedOn(left())).toEqual(expect.arrayContaining(ids(2, '2026112008')));
});

test('a log that was cut within a line stops it before anything is called done, and is handed on once it is whole', async () => {
  const { lake, write, tell, left } = given();
  const moment = '2026-11-20T12:00:00Z';
  const text = lines([outcome(ids(1, '2026112011')[0] ?? '')]);
  lake.put(`${ENV.OUTCOMES_URI}/${logKey(moment)}`, text.slice(0, -20));

  // Somebody has to find the object.
  await expect(write()).rejects.toThrow(`outcomes/parts/${logKey(moment)}: this line is not a logged outcome`);
  expect(left().map(([key]) => key)).not.toContainEqual(expect.stringContaining('watermark'));

  tell(moment, ids(1, '2026112011'));
  await write();
  expect(handedOn(left())).toHaveLength(6);
});

test.each([null, '', {}, { time: 7 }, { time: '2026-11-21T04:' }])(
  'an event that was cut to %j writes nothing',
  async (event) => {
    const { write, left } = given();

    await expect(write(event)).rejects.toThrow();
    expect(left()).toEqual([]);
  },
);

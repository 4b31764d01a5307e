import { HourlyLog } from '../../../../lambda/model-monitoring/shared/hourly-log';
import { checkReadable, readLines } from '../../../../lambda/model-monitoring/shared/read-lines';
import { unjudgedKeys } from '../../../../lambda/model-monitoring/shared/unjudged-keys';
import { givenLake, logKey } from '../fake-lake';

const LOG = 's3://lake/predictions/parts';
const key = (moment: string) => `predictions/parts/${logKey(moment)}`;

function given(content: Record<string, string>) {
  const lake = givenLake();
  for (const [moment, text] of Object.entries(content)) lake.put(`s3://lake/${key(moment)}`, text);
  return { lake, log: new HourlyLog(lake.s3, LOG) };
}
const parse = (line: string) => {
  if (line.startsWith('bad')) throw new Error('no number');
  return Number(line);
};

test('every line of every object is taken once, bad ones are counted and told without what stands there', async () => {
  const { log } = given({ '2026-11-20T09:00:00Z': '1\n2\nbad secret\n', '2026-11-20T10:00:00Z': '3\n' });
  const keys = [key('2026-11-20T09:00:00Z'), key('2026-11-20T10:00:00Z')];
  const taken: number[] = [];

  const read = await readLines(log, keys, parse, (row) => {
    taken.push(row);
  });

  expect(taken.sort()).toEqual([1, 2, 3]);
  expect(read).toEqual({
    objects: 2,
    lines: 4,
    badLines: 1,
    problems: [`${keys[0]}: no number`],
    unreadObjects: 0,
  });
  expect(() => checkReadable(read)).not.toThrow();
});

test('when there is too much, the oldest is left unread, and how much of it is told', async () => {
  const moments = Array.from({ length: 40 }, (_, minute) => `2026-11-20T09:${String(minute).padStart(2, '0')}:00Z`);
  const { log } = given(Object.fromEntries(moments.map((moment, index) => [moment, `${index}\n`])));
  const taken: number[] = [];

  const read = await readLines(log, moments.map(key), parse, (row) => void taken.push(row), 20);

  expect(read).toMatchObject({ objects: 32, lines: 32, unreadObjects: 8 });
  expect(Math.min(...taken)).toBe(8);
});

test('a few problems are told, however many there are', async () => {
  const { log } = given({ '2026-11-20T09:00:00Z': `1\n${'bad\n'.repeat(50)}` });

  const read = await readLines(log, [key('2026-11-20T09:00:00Z')], parse, () => {});

  expect(read).toMatchObject({ badLines: 50, problems: { length: 3 } });
});

test('a log without any good line is refused, one without lines is empty', async () => {
  const { log } = given({ '2026-11-20T09:00:00Z': 'bad\nbad\n', '2026-11-20T10:00:00Z': '' });
  const readable = async (moment: string) => checkReadable(await readLines(log, [key(moment)], parse, () => {}));

  await expect(readable('2026-11-20T09:00:00Z')).rejects.toThrow(/no line of 1 objects can be read: .*no number/);
  await expect(readable('2026-11-20T10:00:00Z')).resolves.toBeUndefined();
});

test('an object that cannot be fetched fails the reading', async () => {
  const { log, lake } = given({ '2026-11-20T09:00:00Z': '1\n' });
  lake.fail('GetObject', /./);

  await expect(readLines(log, [key('2026-11-20T09:00:00Z')], parse, () => {})).rejects.toThrow('GetObject');
});

const MOMENTS = ['2026-08-01T00:00:00Z', '2026-11-20T23:10:00Z', '2026-11-21T01:59:59Z', '2026-11-21T02:00:00Z'];
const EMPTY = Object.fromEntries(MOMENTS.map((moment) => [moment, '']));

test('an hour is looked at when the next one has passed too, since Firehose delivers late and in any order', async () => {
  const { log } = given(EMPTY);

  const { keys, upTo } = await unjudgedKeys(log, { time: '2026-11-21T03:00:00Z', watermark: '' });

  expect(keys).toEqual([key('2026-11-20T23:10:00Z'), key('2026-11-21T01:59:59Z')]);
  expect(upTo).toBe(key('2026-11-21T01:59:59Z'));
});

test('what was judged is not looked at again, and nothing new moves nothing', async () => {
  const { log } = given(EMPTY);
  const watermark = key('2026-11-21T01:59:59Z');

  expect(await unjudgedKeys(log, { time: '2026-11-21T03:59:00Z', watermark })).toEqual({ keys: [], upTo: watermark });
  expect(await unjudgedKeys(log, { time: '2026-11-21T04:00:00Z', watermark })).toEqual({
    keys: [key('2026-11-21T02:00:00Z')],
    upTo: key('2026-11-21T02:00:00Z'),
  });
});

test('rows of more than 90 days ago are no longer news', async () => {
  const { log } = given(EMPTY);

  expect((await unjudgedKeys(log, { time: '2026-10-30T00:00:00Z', watermark: '' })).keys).toEqual([
    key('2026-08-01T00:00:00Z'),
  ]);
  expect((await unjudgedKeys(log, { time: '2026-11-01T00:00:00Z', watermark: '' })).keys).toEqual([]);
});

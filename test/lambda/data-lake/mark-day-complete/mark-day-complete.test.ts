import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { dayBefore } from '../../../../lambda/data-lake/mark-day-complete/day-before';
import { markDayComplete } from '../../../../lambda/data-lake/mark-day-complete/mark-day-complete';
import { stubClient } from '../../stub-client';

const FOLDER = 'raw/parts/ingest_date=2026-11-20/';
const EVENT = { time: '2026-11-21T01:00:00Z' };
const failure = (name: string) =>
  new S3ServiceException({ name, $fault: 'client', $metadata: {}, message: `S3 says ${name}` });

function given({ objects, onPut = () => ({}) }: { objects: string[]; onPut?: (call: number) => unknown }) {
  const { client, sent } = stubClient(new S3Client({}), {
    ListObjectsV2: ({ Prefix, MaxKeys }) => ({
      Contents: objects
        .filter((Key) => Key.startsWith(Prefix))
        .slice(0, MaxKeys)
        .map((Key) => ({ Key })),
    }),
    PutObject: (_, call) => onPut(call),
  });
  const mark = (event: unknown = EVENT) => markDayComplete(event, client, { bucket: 'lake', prefix: 'raw/parts' });
  return { mark, written: () => sent.filter(({ command }) => command === 'PutObject').map(({ input }) => input) };
}

test('a day with data gets its empty marker, which never replaces one', async () => {
  const { mark, written } = given({ objects: [`${FOLDER}part-1.json.gz`] });

  expect(await mark()).toEqual({ ingestDate: '2026-11-20', outcome: 'marked' });
  expect(written()).toEqual([{ Bucket: 'lake', Key: `${FOLDER}_SUCCESS`, Body: new Uint8Array(), IfNoneMatch: '*' }]);
});

test('a day that is marked already is left alone, and the same event twice marks once', async () => {
  const { mark } = given({
    objects: [`${FOLDER}part-1.json.gz`],
    onPut: (call) => (call === 1 ? {} : failure('PreconditionFailed')),
  });

  expect((await mark()).outcome).toBe('marked');
  expect((await mark()).outcome).toBe('marked-already');
});

test.each([
  ['nothing', []],
  ['its empty folder', [FOLDER]],
  ['a marker without data', [FOLDER, `${FOLDER}_SUCCESS`]],
  ['data of another day', ['raw/parts/ingest_date=2026-11-19/part-1.json.gz']],
  ['data of another table', ['raw/parts-old/ingest_date=2026-11-20/part-1.json.gz']],
])('a day that holds %s is not marked', async (_, objects) => {
  const { mark, written } = given({ objects });

  expect((await mark()).outcome).toBe('nothing-arrived');
  expect(written()).toEqual([]);
});

test('data are found behind folder object and marker', async () => {
  const { mark } = given({ objects: [FOLDER, `${FOLDER}_SUCCESS`, `${FOLDER}part-1.json.gz`] });

  expect((await mark()).outcome).toBe('marked');
});

test('any other failure of S3 is left to the retry', async () => {
  const { mark } = given({ objects: [`${FOLDER}part-1.json.gz`], onPut: () => failure('SlowDown') });

  await expect(mark()).rejects.toThrow('S3 says SlowDown');
});

test.each([{}, { time: 'yesterday' }, { time: '' }])('an event without a time is refused: %j', async (event) => {
  await expect(given({ objects: [] }).mark(event)).rejects.toThrow();
});

test.each([
  ['2026-11-21T00:00:00Z', '2026-11-20'],
  ['2026-11-21T23:59:59.999Z', '2026-11-20'],
  ['2026-11-21T00:30:00+02:00', '2026-11-19'],
  ['2027-01-01T01:00:00Z', '2026-12-31'],
  ['2028-03-01T01:00:00Z', '2028-02-29'],
])('the UTC day before %s is %s', (time, day) => {
  expect(dayBefore(time)).toBe(day);
});

test('days follow each other without a gap', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (time) => {
      const before = new Date(`${dayBefore(time.toISOString())}T00:00:00Z`);
      before.setUTCDate(before.getUTCDate() + 1);
      expect(before.toISOString().slice(0, 10)).toBe(time.toISOString().slice(0, 10));
    }),
  );
});

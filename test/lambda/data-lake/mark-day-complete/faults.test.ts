import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { markDayComplete } from '../../../../lambda/data-lake/mark-day-complete/mark-day-complete';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { stubClient } from '../../stub-client';

const FOLDER = 'raw/parts/ingest_date=2026-11-20/';
const MORNING = { time: '2026-11-21T01:00:00Z' };

/** A bucket that takes a marker once. */
function given(keys: readonly string[] = [`${FOLDER}part-1.json`]) {
  const objects = new Set(keys);
  const refused = { name: 'PreconditionFailed', message: 'exists', $fault: 'client' as const, $metadata: {} };
  const { client } = stubClient(new S3Client({}), {
    ListObjectsV2: ({ Prefix }) => ({
      Contents: [...objects].filter((key) => key.startsWith(Prefix)).map((Key) => ({ Key })),
    }),
    PutObject: ({ Key }) => (objects.has(Key) ? new S3ServiceException(refused) : void objects.add(Key)),
  });
  const mark = (event: unknown = MORNING) => markDayComplete(event, client, { bucket: 'lake', prefix: 'raw/parts' });
  return { clients: [client], mark, start: () => mark(), left: () => [...objects].sort() };
}

test('broken off anywhere and started again, the day has one marker', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBe(6);
});

test('mornings that come late and in the wrong order each mark their own day', async () => {
  const days = ['2026-11-18', '2026-11-19', '2026-11-20'];
  const { mark, left } = given(days.map((day) => `raw/parts/ingest_date=${day}/part-1.json`));

  for (const morning of ['2026-11-21', '2026-11-19', '2026-11-20']) await mark({ time: `${morning}T01:00:00Z` });

  expect(left()).toEqual(
    days.flatMap((day) => ['_SUCCESS', 'part-1.json'].map((name) => `raw/parts/ingest_date=${day}/${name}`)),
  );
});

test.each([
  null,
  '',
  {},
  { time: 1 },
  { time: '2026-' },
  { time: '2026-11' },
  { time: 'November 2026' },
  { detail: {} },
])('an event that was cut to %j marks nothing and is an error', async (event) => {
  const { mark, left } = given();

  await expect(mark(event)).rejects.toThrow();
  expect(left()).toEqual([`${FOLDER}part-1.json`]);
});

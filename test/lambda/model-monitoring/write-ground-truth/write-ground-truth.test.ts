import { NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { writeGroundTruth } from '../../../../lambda/model-monitoring/write-ground-truth/write-ground-truth';
import { s3Body, stubClient } from '../../stub-client';

const ENV = {
  OUTCOMES_URI: 's3://told/outcomes/parts',
  GROUND_TRUTH_URI: 's3://told/ground-truth/parts',
  PROGRESS_URI: 's3://lake/monitoring/parts/ground-truth',
};
const PROGRESS = 'monitoring/parts/ground-truth/watermark.json';
const id = (number: number) => `2026112109-00000000-0000-4000-8000-00000000000${number}`;
const line = (number: number, actual = 'yes') =>
  `${JSON.stringify({ inferenceId: id(number), actual, recordedAt: '2026-11-21T10:05:00.000Z' })}\n`;

/** Buckets that list and keep as S3 does. */
function given(objects: Record<string, string>) {
  const kept = new Map(Object.entries(objects));
  const { client, sent } = stubClient(new S3Client({ region: 'us-east-1' }), {
    ListObjectsV2: ({ Prefix, StartAfter }) => ({
      Contents: [...kept.keys()]
        .filter((Key) => Key.startsWith(Prefix) && Key > (StartAfter ?? ''))
        .sort()
        .map((Key) => ({ Key })),
    }),
    GetObject: ({ Key }) => {
      const content = kept.get(Key);
      return content === undefined ? new NoSuchKey({ message: 'gone', $metadata: {} }) : { Body: s3Body(content) };
    },
    PutObject: ({ Key, Body }) => void kept.set(Key, Body),
  });
  return {
    kept,
    read: () => sent.filter(({ command, input }) => command === 'GetObject' && input.Key !== PROGRESS).length,
    write: (time: string) => writeGroundTruth({ time }, client, { positive: 'yes', env: ENV }),
    written: () => [...kept.keys()].filter((key) => key.startsWith('ground-truth/')).sort(),
  };
}

test('outcomes of all hours before the event’s are handed on, each object under its own name', async () => {
  const lake = given({
    'outcomes/parts/2026/11/21/10/stream-1-a': line(1) + line(2, 'no'),
    'outcomes/parts/2026/11/22/03/stream-1-b.json': line(3),
    'outcomes/parts/2026/11/22/04/stream-1-c': line(4),
  });

  expect(await lake.write('2026-11-22T04:30:00Z')).toEqual({ objects: 2, labels: 3 });
  expect(lake.written()).toEqual([
    'ground-truth/parts/2026/11/21/09/stream-1-a.jsonl',
    'ground-truth/parts/2026/11/21/09/stream-1-b.jsonl',
  ]);
  expect(lake.kept.get('ground-truth/parts/2026/11/21/09/stream-1-a.jsonl')?.match(/"data":"[01]"/g)).toEqual([
    '"data":"1"',
    '"data":"0"',
  ]);
});

test('the next event goes on with the day that the last one came to, for what Firehose delivered late', async () => {
  const lake = given({
    'outcomes/parts/2026/11/20/23/stream-1-a': line(1),
    'outcomes/parts/2026/11/22/03/stream-1-b': line(2),
  });
  await lake.write('2026-11-22T04:30:00Z');
  lake.kept.set('outcomes/parts/2026/11/22/02/stream-1-late', line(3));
  lake.kept.set('outcomes/parts/2026/11/22/09/stream-1-new', line(4));

  expect(await lake.write('2026-11-23T04:30:00Z')).toEqual({ objects: 3, labels: 3 });
  expect(lake.read()).toBe(5);
  expect(lake.written()).toHaveLength(4);
});

test('the same event twice changes nothing', async () => {
  const lake = given({ 'outcomes/parts/2026/11/21/10/stream-1-a': line(1) });
  await lake.write('2026-11-22T04:30:00Z');
  const once = new Map(lake.kept);

  await lake.write('2026-11-22T04:30:00Z');

  expect(lake.kept).toEqual(once);
});

test('without outcomes nothing is written, and nothing remembered', async () => {
  const lake = given({});

  expect(await lake.write('2026-11-22T04:30:00Z')).toEqual({ objects: 0, labels: 0 });
  expect(lake.kept.size).toBe(0);
});

test('an object that holds feedback only is passed by', async () => {
  const feedback = JSON.stringify({ inferenceId: id(1), feedback: 4, recordedAt: '2026-11-21T10:05:00.000Z' });
  const lake = given({ 'outcomes/parts/2026/11/21/10/stream-1-a': `${feedback}\n` });

  expect(await lake.write('2026-11-22T04:30:00Z')).toEqual({ objects: 1, labels: 0 });
  expect(lake.written()).toEqual([]);
});

test('a line that is no outcome stops it before anything is called done', async () => {
  const lake = given({ 'outcomes/parts/2026/11/21/10/stream-1-a': 'not an outcome\n' });

  await expect(lake.write('2026-11-22T04:30:00Z')).rejects.toThrow('this line is not a logged outcome');
  expect(lake.kept.has(PROGRESS)).toBe(false);
});

test('an event without a time is refused', async () => {
  await expect(given({}).write('tonight')).rejects.toThrow();
});

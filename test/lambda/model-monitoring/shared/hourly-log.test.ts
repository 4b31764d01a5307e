import { S3Client } from '@aws-sdk/client-s3';
import { HourlyLog } from '../../../../lambda/model-monitoring/shared/hourly-log';
import { s3Body, stubClient } from '../../stub-client';
import { givenLake, logKey } from '../fake-lake';

const LOG = 's3://lake/predictions/parts';

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test('keys come in the order of time, after one and before another, over all pages, of this log alone', async () => {
  const lake = givenLake();
  const moments = ['2026-11-19T23:59:00Z', '2026-11-20T00:00:00Z', '2026-11-20T09:00:00Z', '2026-11-20T10:00:00Z'];
  for (const moment of moments) {
    lake.put(`${LOG}/${logKey(moment, 'a')}`, '');
    lake.put(`${LOG}/${logKey(moment, 'b')}`, '');
  }
  lake.put('s3://lake/predictions/parts-of-others/2026/11/20/09/x', '');
  const log = new HourlyLog(lake.s3, LOG);
  const first = `predictions/parts/${logKey('2026-11-19T23:59:00Z', 'a')}`;

  const keys = await log.keysBetween(first, log.hour(Date.parse('2026-11-20T10:30:00Z')));

  expect(keys).toEqual([
    `predictions/parts/${logKey('2026-11-19T23:59:00Z', 'b')}`,
    ...['2026-11-20T00:00:00Z', '2026-11-20T09:00:00Z'].flatMap((moment) =>
      ['a', 'b'].map((name) => `predictions/parts/${logKey(moment, name)}`),
    ),
  ]);
});

test('an hour is named in UTC as Firehose does', () => {
  const log = new HourlyLog(givenLake().s3, LOG);

  expect(log.hour(Date.parse('2026-01-02T03:59:59.999Z'))).toBe('predictions/parts/2026/01/02/03/');
  expect(log.hour(Date.parse('2026-01-02T03:00:00+01:00'))).toBe('predictions/parts/2026/01/02/02/');
});

test('lines come whole, wherever chunks end, with or without a line break at the end', async () => {
  const { client } = stubClient(new S3Client({}), {
    GetObject: ({ Key }) => ({ Body: s3Body(`Zoë Müller\n\n  \nsecond line, longer than a chunk\nlast${Key}`) }),
  });
  const log = new HourlyLog(client, LOG);
  const lines = ['Zoë Müller', 'second line, longer than a chunk', 'last'];

  expect(await all(log.lines(''))).toEqual(lines);
  expect(await all(log.lines('\n'))).toEqual(lines);
});

test('a stream that breaks in the middle is an error and never the end of the object', async () => {
  const { client } = stubClient(new S3Client({}), {
    GetObject: () => ({
      Body: {
        async *[Symbol.asyncIterator]() {
          yield Buffer.from('one\ntw');
          throw new Error('aborted');
        },
      },
    }),
  });

  await expect(all(new HourlyLog(client, LOG).lines('key'))).rejects.toThrow('aborted');
});

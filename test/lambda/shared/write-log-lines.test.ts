import { FirehoseClient } from '@aws-sdk/client-firehose';
import { writeLogLines } from '../../../lambda/shared/write-log-lines';
import { stubClient } from '../stub-client';

type Sent = { Records: { Data: Buffer }[] };
const taken = ({ Records }: Sent) => ({ FailedPutCount: 0, RequestResponses: Records.map(() => ({ RecordId: '1' })) });

function givenStream(answer: (input: Sent, call: number) => unknown) {
  const { client: firehose, sent } = stubClient(new FirehoseClient({}), { PutRecordBatch: answer });
  const deadline = new AbortController().signal;
  const write = (lines: object[]) =>
    writeLogLines(lines, { firehose, stream: 'log', deadline, sleep: async () => {}, random: () => 0 });
  const batches = () => sent.map(({ input }) => (input as Sent).Records.map(({ Data }) => Data.toString()));
  return { write, batches };
}

test('lines travel together in one record, since each record is billed as at least 5 KB', async () => {
  const { write, batches } = givenStream(taken);

  await write([{ a: 1 }, { a: 2 }]);

  expect(batches()).toEqual([['{"a":1}\n{"a":2}']]);
});

test('no record and no request is larger than Firehose takes, and no line is lost or cut', async () => {
  const { write, batches } = givenStream(taken);
  const lines = Array.from({ length: 100 }, (_, index) => ({ index, text: 'ä'.repeat(55_000) }));

  await write(lines);

  const sizes = batches().map((records) => records.map((record) => Buffer.byteLength(record)));
  expect(Math.max(...sizes.flat())).toBeLessThan(1000 * 1024);
  expect(Math.max(...sizes.map((each) => each.reduce((sum, size) => sum + size, 0)))).toBeLessThan(4 * 1024 * 1024);
  expect(
    batches().flatMap((records) => records.flatMap((record) => record.split('\n').map((line) => JSON.parse(line)))),
  ).toEqual(lines);
});

test('only the records that were not taken are sent again', async () => {
  const { write, batches } = givenStream((input, call) =>
    call === 1
      ? { FailedPutCount: 1, RequestResponses: [{ RecordId: '1' }, { ErrorCode: 'ServiceUnavailable' }] }
      : taken(input),
  );
  const [first, second] = ['a', 'b'].map((letter) => ({ text: letter.repeat(600_000) }));

  await write([first as object, second as object]);

  expect(batches().map((records) => records.map((record) => record[9]))).toEqual([['a', 'b'], ['b']]);
});

test('an answer that counts failures and does not say which is taken for none', async () => {
  const { write, batches } = givenStream(() => ({ FailedPutCount: 1 }));

  await expect(write([{ a: 1 }])).rejects.toThrow('1 of 1 left');
  expect(batches().every((records) => records.length === 1)).toBe(true);
});

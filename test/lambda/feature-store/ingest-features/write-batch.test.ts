import {
  type BatchWriteRecordEntry,
  SageMakerFeatureStoreRuntimeClient,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { MAXIMUM_ATTEMPTS } from '../../../../lambda/feature-store/ingest-features/retry-policy';
import { writeBatch } from '../../../../lambda/feature-store/ingest-features/write-batch';
import { stubClient } from '../../stub-client';

interface Written {
  readonly Entries: BatchWriteRecordEntry[];
}
const RECORDS = [
  { part_id: 'a', load: 1.5, shape: null },
  { part_id: 'b', load: 2, shape: 'flat' },
  { part_id: 'c', load: 3, shape: 'flat' },
];
const idOf = (entry: BatchWriteRecordEntry) => entry.Record?.[0]?.ValueAsString;
const entryOf = ({ Entries }: Written, id: string) => Entries.filter((entry) => idOf(entry) === id);
const idsOf = ({ Entries }: Written) => Entries.map(idOf);

function givenStore(answer: (input: Written, call: number) => unknown) {
  const { client, sent } = stubClient(new SageMakerFeatureStoreRuntimeClient({}), { BatchWriteRecord: answer });
  const pauses: number[] = [];
  const sleep = async (milliseconds: number) => void pauses.push(milliseconds);
  const write = () =>
    writeBatch(RECORDS, { featureStore: client, featureGroupName: 'parts', sleep, random: () => 0.5 });
  return { write, sent, pauses };
}

test('values are written as strings under the group, and a missing value is left out', async () => {
  const { write, sent } = givenStore(() => ({ Errors: [], UnprocessedEntries: [] }));

  expect(await write()).toEqual([]);

  expect(sent.map(({ input }) => input.Entries[0])).toEqual([
    {
      FeatureGroupName: 'parts',
      Record: [
        { FeatureName: 'part_id', ValueAsString: 'a' },
        { FeatureName: 'load', ValueAsString: '1.5' },
      ],
    },
  ]);
});

test('only what was not processed is offered again, after a pause that may double each time', async () => {
  const { write, sent, pauses } = givenStore((input, call) =>
    call < 4 ? { Errors: [], UnprocessedEntries: entryOf(input, 'b') } : { Errors: [], UnprocessedEntries: [] },
  );

  expect(await write()).toEqual([]);

  expect(sent.map(({ input }) => idsOf(input))).toEqual([['a', 'b', 'c'], ['b'], ['b'], ['b']]);
  expect(pauses).toEqual([100, 200, 400]);
});

test('a record that the store refuses for good is not offered again and comes back with the reason', async () => {
  const { write, sent } = givenStore((input) => ({
    Errors: [{ Entry: entryOf(input, 'c')[0], ErrorCode: 'ValidationError', ErrorMessage: 'shape is no number' }],
    UnprocessedEntries: [],
  }));

  expect(await write()).toEqual([
    { reason: 'ValidationError: shape is no number', record: { part_id: 'c', load: '3', shape: 'flat' } },
  ]);
  expect(sent).toHaveLength(1);
});

test.each(['InternalFailure', 'ServiceUnavailable', 'ThrottlingException'])(
  'a record that failed with %s is offered again',
  async (ErrorCode) => {
    const { write, sent } = givenStore((input, call) => ({
      Errors: call === 1 ? [{ Entry: entryOf(input, 'a')[0], ErrorCode, ErrorMessage: 'later' }] : [],
      UnprocessedEntries: [],
    }));

    expect(await write()).toEqual([]);
    expect(sent.map(({ input }) => idsOf(input))).toEqual([['a', 'b', 'c'], ['a']]);
  },
);

test('what is still unprocessed after the last attempt comes back, together with earlier refusals', async () => {
  const { write, sent, pauses } = givenStore((input, call) => ({
    Errors: call === 1 ? [{ Entry: entryOf(input, 'c')[0], ErrorCode: 'ValidationError', ErrorMessage: 'bad' }] : [],
    UnprocessedEntries: entryOf(input, 'a'),
  }));

  const refused = await write();

  expect(refused.map(({ reason, record }) => [record.part_id, reason])).toEqual([
    ['c', 'ValidationError: bad'],
    ['a', `still unprocessed after ${MAXIMUM_ATTEMPTS} attempts`],
  ]);
  expect(sent).toHaveLength(MAXIMUM_ATTEMPTS);
  expect(pauses).toHaveLength(MAXIMUM_ATTEMPTS - 1);
});

test('a call that fails as a whole is not taken for an answer', async () => {
  const { write } = givenStore(() => new Error('AccessForbidden'));

  await expect(write()).rejects.toThrow('AccessForbidden');
});

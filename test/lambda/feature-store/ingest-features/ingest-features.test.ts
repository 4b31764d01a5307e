import { gunzipSync, gzipSync } from 'node:zlib';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { S3Client } from '@aws-sdk/client-s3';
import {
  type BatchWriteRecordEntry,
  SageMakerFeatureStoreRuntimeClient,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { ingestFeatures } from '../../../../lambda/feature-store/ingest-features/ingest-features';
import { s3Body, stubClient } from '../../stub-client';

const EVENT = { bucket: 'curated', key: 'feature-records/parts/ingest_date=2026-11-20/part-0000.json.gz' };
const SETTINGS = { featureGroupName: 'parts', signalNamespace: 'tested' };
const AT_ONCE = { sleep: async () => {}, random: () => 0 };

function given(records: number, answer: (entries: BatchWriteRecordEntry[]) => unknown) {
  const lines = Array.from({ length: records }, (_, index) => JSON.stringify({ part_id: `p${index}`, load: index }));
  const s3 = stubClient(new S3Client({}), {
    GetObject: () => ({ Body: s3Body(gzipSync(lines.join('\n'))) }),
    PutObject: () => ({}),
  });
  const featureStore = stubClient(new SageMakerFeatureStoreRuntimeClient({}), {
    BatchWriteRecord: ({ Entries }) => answer(Entries),
  });
  const cloudWatch = stubClient(new CloudWatchClient({}), { PutMetricData: () => ({}) });
  const clients = { s3: s3.client, featureStore: featureStore.client, cloudWatch: cloudWatch.client };
  return {
    ingest: (event: unknown = EVENT) => ingestFeatures(event, clients, SETTINGS, AT_ONCE),
    s3,
    featureStore,
    cloudWatch,
  };
}

const refusing = (id: string) => (entries: BatchWriteRecordEntry[]) => ({
  Errors: entries
    .filter((entry) => entry.Record?.[0]?.ValueAsString === id)
    .map((Entry) => ({ Entry, ErrorCode: 'ValidationError', ErrorMessage: 'no' })),
  UnprocessedEntries: [],
});

test('every record of a part is written once, 25 a request, and nothing is parked or signalled', async () => {
  const { ingest, s3, featureStore, cloudWatch } = given(60, () => ({ Errors: [], UnprocessedEntries: [] }));

  expect(await ingest()).toEqual({ written: 60, parked: 0 });

  expect(featureStore.sent.map(({ input }) => input.Entries.length)).toEqual([25, 25, 10]);
  const ids = featureStore.sent.flatMap(({ input }) =>
    input.Entries.map((entry: BatchWriteRecordEntry) => entry.Record?.[0]?.ValueAsString),
  );
  expect(new Set(ids).size).toBe(60);
  expect(s3.sent.map(({ command }) => command)).toEqual(['GetObject']);
  expect(cloudWatch.sent).toEqual([]);
});

test('a refused record is parked beside the part under the same name, with its reason, and signalled', async () => {
  const { ingest, s3, cloudWatch } = given(30, refusing('p27'));

  expect(await ingest()).toEqual({ written: 29, parked: 1 });

  const { input } = s3.sent[1] ?? {};
  expect(input).toMatchObject({
    Bucket: 'curated',
    Key: 'feature-records-parked/parts/ingest_date=2026-11-20/part-0000.json.gz',
  });
  expect(gunzipSync(input.Body).toString()).toBe(
    '{"reason":"ValidationError: no","record":{"part_id":"p27","load":"27"}}\n',
  );
  expect(cloudWatch.sent.map((each) => each.input)).toEqual([
    { Namespace: 'tested', MetricData: [{ MetricName: 'ParkedRecords', Value: 1, Unit: 'Count' }] },
  ]);
});

test('a store that stays away fails the part, so that it is tried again as a whole', async () => {
  const { ingest, s3, cloudWatch } = given(3, () => new Error('ServiceUnavailable'));

  await expect(ingest()).rejects.toThrow('ServiceUnavailable');
  expect(s3.sent).toHaveLength(1);
  expect(cloudWatch.sent).toEqual([]);
});

test('the same part twice writes the same records again and parks the same ones', async () => {
  const { ingest, s3, featureStore } = given(5, refusing('p1'));

  expect(await ingest()).toEqual(await ingest());

  expect(featureStore.sent[0]).toEqual(featureStore.sent[1]);
  expect(s3.sent[1]?.input.Key).toBe(s3.sent[3]?.input.Key);
});

test('an empty part is done', async () => {
  const { ingest, featureStore } = given(0, () => ({}));

  expect(await ingest()).toEqual({ written: 0, parked: 0 });
  expect(featureStore.sent).toEqual([]);
});

test.each([{}, { bucket: 'curated' }, { bucket: 'curated', key: 'raw/parts/part.json.gz' }])(
  'an event that names no part of feature records is refused: %j',
  async (event) => {
    await expect(given(1, () => ({})).ingest(event)).rejects.toThrow();
  },
);

test('an object that only stands for a folder is passed by', async () => {
  const { ingest, s3 } = given(0, () => ({}));

  const key = 'feature-records/parts/ingest_date=2026-11-20/_temporary_$folder$';
  expect(await ingest({ ...EVENT, key })).toEqual({ written: 0, parked: 0 });

  expect(s3.sent).toEqual([]);
});

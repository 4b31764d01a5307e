import { gunzipSync, gzipSync } from 'node:zlib';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { S3Client } from '@aws-sdk/client-s3';
import {
  type BatchWriteRecordEntry,
  SageMakerFeatureStoreRuntimeClient,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { ingestFeatures } from '../../../../lambda/feature-store/ingest-features/ingest-features';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { s3Body, stubClient } from '../../stub-client';

const EVENT = { bucket: 'curated', key: 'feature-records/parts/ingest_date=2026-11-20/part-0000.json.gz' };
const PARKED = EVENT.key.replace('feature-records', 'feature-records-parked');
const AT_ONCE = { sleep: async () => {}, random: () => 0 };
const LINES = Array.from({ length: 60 }, (_, index) => JSON.stringify({ part_id: `p${index}`, load: index })).join(
  '\n',
);
/** The store refuses this one for good. */
const REFUSED = 'p7';

const idOf = ({ Record }: BatchWriteRecordEntry) => Record?.[0]?.ValueAsString ?? '';

/** A store that takes what it is offered but for one record, and leaves what `unprocessed` picks for later. */
function given(part: string | Uint8Array = gzipSync(LINES), unprocessed = (_id: string, _call: number) => false) {
  const stored = new Map<string, string>();
  const parked = new Map<string, string>();
  let signals = 0;
  const s3 = stubClient(new S3Client({}), {
    GetObject: () => ({ Body: s3Body(part) }),
    PutObject: ({ Key, Body }) => void parked.set(Key, gunzipSync(Body).toString()),
  });
  const featureStore = stubClient(new SageMakerFeatureStoreRuntimeClient({}), {
    BatchWriteRecord: ({ Entries }, call) => {
      const entries: BatchWriteRecordEntry[] = Entries;
      const later = entries.filter((entry) => unprocessed(idOf(entry), call));
      const refused = entries.filter((entry) => !later.includes(entry) && idOf(entry) === REFUSED);
      for (const entry of entries)
        if (!later.includes(entry) && !refused.includes(entry)) stored.set(idOf(entry), JSON.stringify(entry.Record));
      return {
        Errors: refused.map((Entry) => ({ Entry, ErrorCode: 'ValidationError', ErrorMessage: 'no' })),
        UnprocessedEntries: later,
      };
    },
  });
  const cloudWatch = stubClient(new CloudWatchClient({}), { PutMetricData: () => void signals++ });
  const clients = { s3: s3.client, featureStore: featureStore.client, cloudWatch: cloudWatch.client };
  const settings = { featureGroupName: 'parts', signalNamespace: 'tested' };
  const ingest = (event: unknown = EVENT) => ingestFeatures(event, clients, settings, AT_ONCE);
  return {
    clients: Object.values(clients),
    ingest,
    start: () => ingest(),
    left: () => ({ stored: Object.fromEntries(stored), parked: [...parked], isSignalled: signals > 0 }),
  };
}

test('broken off anywhere and started again, every record is stored or parked, and what is parked is signalled', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThan(10);

  const { start, left } = given();
  await start();
  expect(Object.keys(left().stored)).toHaveLength(59);
  expect(left().parked).toEqual([[PARKED, expect.stringContaining(`"part_id":"${REFUSED}"`)]]);
});

test('a store that leaves half of the records for later, again and again, ends with the same as one that takes all', async () => {
  const some = given(gzipSync(LINES), (id, call) => call <= 9 && (Number(id.slice(1)) + call) % 2 === 0);
  const all = given();

  expect(await some.ingest()).toEqual(await all.ingest());
  expect(some.left()).toEqual(all.left());
});

test.each([
  ['within its archive', gzipSync(LINES).subarray(0, 100)],
  ['within a line', gzipSync(LINES.slice(0, -5))],
  ['to nothing at all', ''],
])('a part that was cut %s is an error and nothing of it is written', async (_, part) => {
  const { ingest, left } = given(part);

  await expect(ingest()).rejects.toThrow();
  expect(left()).toEqual({ stored: {}, parked: [], isSignalled: false });
});

test('a part that was cut within its archive is named', async () => {
  const { ingest } = given(gzipSync(LINES).subarray(0, 100));

  await expect(ingest()).rejects.toThrow(`s3://${EVENT.bucket}/${EVENT.key}`);
});

test('an older part that comes after a newer one says its own time with each record: the store keeps the newest', async () => {
  const old = given(gzipSync('{"part_id":"a","measured_at":"2026-11-19T00:00:00Z"}'));
  await old.ingest();

  expect(JSON.parse(old.left().stored.a ?? '')).toContainEqual({
    FeatureName: 'measured_at',
    ValueAsString: '2026-11-19T00:00:00Z',
  });
});

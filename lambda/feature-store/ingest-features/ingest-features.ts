import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { SageMakerFeatureStoreRuntimeClient } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import * as z from 'zod/mini';
import { inParallel } from '../../shared/in-parallel';
import { publishSignal } from '../../shared/publish-signal';
import { type S3Location, s3Uri } from '../../shared/s3-location';
import { PARKED_RECORDS } from './environment';
import { type FeatureRecord, parseRecords } from './feature-record';
import { type RefusedRecord, type Waiting, writeBatch } from './write-batch';

/** Most records that BatchWriteRecord takes in one request. */
const BATCH_SIZE = 25;
/** Requests under way at once: enough to hide their latency, few enough to leave the store to other writers. */
const PARALLEL_BATCHES = 8;

const PART_SUFFIX = '.json.gz';

const part = z.object({ bucket: z.string(), key: z.string().check(z.startsWith('feature-records/')) });

export interface Clients {
  readonly s3: S3Client;
  readonly featureStore: SageMakerFeatureStoreRuntimeClient;
  readonly cloudWatch: CloudWatchClient;
}

export interface Settings {
  readonly featureGroupName: string;
  readonly signalNamespace: string;
}

/**
 * Writes one part of feature records (`{ bucket, key }`, gzipped JSON lines) to the feature group. What the store does
 * not take is parked under `feature-records-parked/` beside it and signalled; the part then counts as done. Throws when
 * the store cannot be reached or the part cannot be read: doing the whole part again is safe.
 */
export async function ingestFeatures(
  event: unknown,
  { s3, featureStore, cloudWatch }: Clients,
  { featureGroupName, signalNamespace }: Settings,
  waiting: Waiting = { sleep, random: Math.random },
): Promise<{ written: number; parked: number }> {
  const location = z.parse(part, event);
  // Spark on S3 may leave empty objects that stand for folders beside its parts.
  if (!location.key.endsWith(PART_SUFFIX)) return { written: 0, parked: 0 };
  const records = await readPart(s3, location);
  const batches = Array.from({ length: Math.ceil(records.length / BATCH_SIZE) }, (_, index) =>
    records.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE),
  );
  const writer = { featureStore, featureGroupName, ...waiting };
  const refused = (await inParallel(batches, PARALLEL_BATCHES, (batch) => writeBatch(batch, writer))).flat();
  if (refused.length > 0) {
    await park(s3, location, refused);
    await publishSignal(cloudWatch, { namespace: signalNamespace, name: PARKED_RECORDS, count: refused.length });
  }
  return { written: records.length - refused.length, parked: refused.length };
}

async function readPart(s3: S3Client, { bucket, key }: S3Location): Promise<FeatureRecord[]> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (!Body) throw new Error(`${s3Uri({ bucket, key })} has no content`);
  const jsonLines = await promisify(gunzip)(await Body.transformToByteArray()).catch((cause: unknown) => {
    throw new Error(`${s3Uri({ bucket, key })} is cut off or no gzip: ${cause}`, { cause });
  });
  return parseRecords(jsonLines.toString('utf8'), s3Uri({ bucket, key }));
}

/** Keeps the part's own name and format, so that a parked part can be read, mended and ingested like any other. */
async function park(s3: S3Client, { bucket, key }: S3Location, refused: readonly RefusedRecord[]): Promise<void> {
  const jsonLines = refused.map((each) => `${JSON.stringify(each)}\n`).join('');
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key.replace('feature-records/', 'feature-records-parked/'),
      Body: await promisify(gzip)(jsonLines),
      ContentType: 'application/gzip',
    }),
  );
}

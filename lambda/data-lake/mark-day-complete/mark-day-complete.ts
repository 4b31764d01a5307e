import { ListObjectsV2Command, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { dayBefore } from './day-before';

const MARKER = '_SUCCESS';
/** As an empty text, the SDK would take it for a stream of unknown length. */
const EMPTY = new Uint8Array();
/** EventBridge Scheduler sends `{ "time": "<aws.scheduler.scheduled-time>" }`. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });

export interface RawZone {
  readonly bucket: string;
  /** Without slash at its end. */
  readonly prefix: string;
}

/** What became of the day: marked now, or why it was left alone. */
export interface MarkedDay {
  readonly ingestDate: string;
  readonly outcome: 'marked' | 'marked-already' | 'nothing-arrived';
}

/**
 * Says that the UTC day before the event's time is complete, by an empty marker, if anything arrived that day and nobody
 * said so yet. The same event twice writes one marker, even at the same moment. Reads no clock.
 */
export async function markDayComplete(event: unknown, s3: S3Client, { bucket, prefix }: RawZone): Promise<MarkedDay> {
  const ingestDate = dayBefore(z.parse(scheduled, event).time);
  const folder = `${prefix}/ingest_date=${ingestDate}/`;
  // Three at most can tell: the console's empty folder object and the marker say nothing about data.
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: folder, MaxKeys: 3 }));
  const arrived = Contents.some(({ Key }) => Key !== folder && Key !== `${folder}${MARKER}`);
  if (!arrived) return { ingestDate, outcome: 'nothing-arrived' };
  try {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${folder}${MARKER}`, Body: EMPTY, IfNoneMatch: '*' }));
    return { ingestDate, outcome: 'marked' };
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'PreconditionFailed')
      return { ingestDate, outcome: 'marked-already' };
    throw error;
  }
}

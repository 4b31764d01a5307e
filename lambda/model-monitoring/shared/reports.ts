import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { objectUnder } from '../../shared/s3-location';

/** One look of a monitor, as far as its next look, its signals and those who ask for a training need to know. */
const look = z.looseObject({
  /** Of the event that asked for it, `2026-11-21T03:00:00Z`. */
  time: z.string(),
  /** Key of the log up to which everything is judged; the next look begins after it. */
  watermark: z.string(),
  signals: z.array(z.object({ name: z.string(), value: z.number(), unit: z.enum(['Count', 'None']) })),
});
export type Look = z.infer<typeof look>;

/** A moment in ISO 8601 as reports are named by it: whole seconds in UTC, so that text and time have the same order. */
export function lookTime(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`;
}

/** The reports of one monitor, `<monitoring zone>/<monitor>/<time>.json`; they are its only memory. */
export class Reports {
  private readonly bucket: string;
  private readonly folder: string;

  public constructor(
    private readonly s3: S3Client,
    monitoringUri: string,
    monitor: 'drift' | 'quality',
  ) {
    const { bucket, key } = objectUnder(monitoringUri, monitor);
    this.bucket = bucket;
    this.folder = `${key}/`;
  }

  /** Time of the newest report. */
  public async newest(): Promise<string | undefined> {
    let newest: string | undefined;
    const input = { Bucket: this.bucket, Prefix: this.folder };
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.s3 }, input))
      for (const { Key = '' } of Contents)
        if (Key.endsWith('.json')) newest = Key.slice(this.folder.length, -'.json'.length);
    return newest;
  }

  public async read(time: string): Promise<Look | undefined> {
    try {
      const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key: this.key(time) }));
      return z.parse(look, JSON.parse((await Body?.transformToString()) ?? ''));
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  /** Keeps a report, unless there is one of that time by now; answers which one counts. */
  public async keep(report: Look): Promise<Look> {
    const Body = JSON.stringify(report, null, 1);
    const object = { Bucket: this.bucket, Key: this.key(report.time), Body, ContentType: 'application/json' };
    try {
      await this.s3.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
      return report;
    } catch (error) {
      if (!(error instanceof S3ServiceException && error.name === 'PreconditionFailed')) throw error;
      return (await this.read(report.time)) ?? report;
    }
  }

  private key(time: string): string {
    return `${this.folder}${time}.json`;
  }
}

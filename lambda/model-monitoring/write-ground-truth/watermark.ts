import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { objectUnder } from '../../shared/s3-location';

const watermark = z.object({ key: z.string() });

/** The newest key of the log that was written. */
export class Watermark {
  private readonly object: { readonly Bucket: string; readonly Key: string };

  public constructor(
    private readonly s3: S3Client,
    folderUri: string,
  ) {
    const { bucket, key } = objectUnder(folderUri, 'watermark.json');
    this.object = { Bucket: bucket, Key: key };
  }

  /** Empty before the first time. */
  public async read(): Promise<string> {
    try {
      const { Body } = await this.s3.send(new GetObjectCommand(this.object));
      return z.parse(watermark, JSON.parse((await Body?.transformToString()) ?? '')).key;
    } catch (error) {
      if (error instanceof NoSuchKey) return '';
      throw error;
    }
  }

  public async keep(key: string): Promise<void> {
    const Body = JSON.stringify({ key });
    await this.s3.send(new PutObjectCommand({ ...this.object, Body, ContentType: 'application/json' }));
  }
}

import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type Drawable, reportFromJson } from './report-from-json';

/** What a page is drawn from, out of a file or an object. Throws when it cannot be read, and when it is no report. */
export async function readInput(source: string, s3: () => S3Client): Promise<Drawable> {
  return reportFromJson(await readText(source, s3), source);
}

/** All of a file, or of the object of an S3 URI. */
export async function readText(source: string, s3: () => S3Client): Promise<string> {
  try {
    return await text(await open(source, s3));
  } catch (cause) {
    throw new Error(`cannot read ${source}: ${(cause as Error).message}`, { cause });
  }
}

async function open(source: string, s3: () => S3Client): Promise<AsyncIterable<Uint8Array>> {
  if (!source.startsWith('s3://')) return createReadStream(source);
  const [, Bucket = '', Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(source) ?? [];
  if (!Key) throw new Error('it is not of the form s3://bucket/key');
  const { Body } = await s3().send(new GetObjectCommand({ Bucket, Key }));
  // In Node the body is a stream of bytes; its type leaves room for browsers.
  return Body as AsyncIterable<Uint8Array>;
}

import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { evaluateBinaryStream } from '../../lib/metrics';
import { type Drawable, reportFromJson } from './report-from-json';
import type { Measuring } from './report-options';

const CHUNK_BYTES = 2 ** 20;

/**
 * What a page is drawn from, out of a file or an object: a report, or labelled scores (`.jsonl` and `.ndjson` are JSON lines,
 * all else is CSV) that are measured as they come. Throws when it cannot be read, and when it is not what it should be.
 */
export async function readInput(source: string, s3: () => S3Client, measuring?: Measuring): Promise<Drawable> {
  if (!measuring) return reportFromJson(await readText(source, s3), source);
  const format = /\.(jsonl|ndjson)$/.test(source) ? 'json-lines' : 'csv';
  const stream = await reading(source, open(source, s3));
  return { report: await evaluateBinaryStream(stream, { ...measuring.layout, format, source }, measuring.options) };
}

/** All of a file, or of the object of an S3 URI. */
export async function readText(source: string, s3: () => S3Client): Promise<string> {
  return reading(source, open(source, s3).then(text));
}

async function reading<Content>(source: string, content: Promise<Content>): Promise<Content> {
  try {
    return await content;
  } catch (cause) {
    throw new Error(`cannot read ${source}: ${(cause as Error).message}`, { cause });
  }
}

async function open(source: string, s3: () => S3Client): Promise<AsyncIterable<Uint8Array>> {
  if (!source.startsWith('s3://')) return createReadStream(source, { highWaterMark: CHUNK_BYTES });
  const [, Bucket = '', Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(source) ?? [];
  if (!Key) throw new Error('it is not of the form s3://bucket/key');
  const { Body } = await s3().send(new GetObjectCommand({ Bucket, Key }));
  // In Node the body is a stream of bytes; its type leaves room for browsers.
  return Body as AsyncIterable<Uint8Array>;
}

import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { objectUnder } from '../../shared/s3-location';

/** A log that Firehose lays down by the hour of arrival, `<prefix>/yyyy/MM/dd/HH/…`: its keys stand in the order of time. */
export class HourlyLog {
  private readonly bucket: string;
  private readonly prefix: string;

  public constructor(
    private readonly s3: S3Client,
    uri: string,
  ) {
    const { bucket, key } = objectUnder(uri, '');
    this.bucket = bucket;
    this.prefix = key;
  }

  /** What every key of a moment's hour begins with. */
  public hour(moment: number): string {
    const [year, month, day, hour] = new Date(moment).toISOString().split(/[-T:]/);
    return `${this.prefix}/${year}/${month}/${day}/${hour}/`;
  }

  /** All keys greater than `after` and less than `before`, rising. */
  public async keysBetween(after: string, before: string): Promise<string[]> {
    const keys: string[] = [];
    const input = { Bucket: this.bucket, Prefix: `${this.prefix}/`, StartAfter: after };
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.s3 }, input))
      for (const { Key = '' } of Contents) {
        if (Key >= before) return keys;
        keys.push(Key);
      }
    return keys;
  }

  /** The lines of one object as they stream in, without blank ones. */
  public async *lines(key: string): AsyncGenerator<string> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
    const decoder = new TextDecoder();
    let rest = '';
    // In Node the body is a stream of bytes; its type leaves room for browsers. Not `node:readline`: it loses errors of
    // the stream, and half an object would pass for all of it.
    for await (const chunk of Body as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.filter((line) => line.trim() !== '');
    }
    rest += decoder.decode();
    if (rest.trim() !== '') yield rest;
  }
}

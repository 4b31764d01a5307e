import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { BadRowsError, EmptyInputError } from '../../../lib/metrics';
import { type S3Location, s3Uri } from '../../shared/s3-location';

/** A pipeline does not try a Lambda step again, so a broken connection is mended here. */
const ATTEMPTS = 3;

/** What `read` makes of an object's bytes as they come; from the beginning again when the connection breaks. */
export async function readObject<Content>(
  s3: S3Client,
  location: S3Location,
  read: (chunks: AsyncIterable<Uint8Array>, source: string) => Promise<Content>,
): Promise<Content> {
  const source = s3Uri(location);
  for (let attempt = 1; ; attempt++) {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: location.bucket, Key: location.key }));
      // In Node the body is a stream of bytes; its type leaves room for browsers.
      return await read(Body as AsyncIterable<Uint8Array>, source);
    } catch (cause) {
      // Reading the same bytes again would not help.
      if (cause instanceof BadRowsError || cause instanceof EmptyInputError) throw cause;
      if (attempt === ATTEMPTS) throw new Error(`cannot read ${source}: ${cause}`, { cause });
    }
  }
}

/** Where an object, or everything under a prefix, stands. */
export interface S3Location {
  readonly bucket: string;
  readonly key: string;
}

/** The object `name` under a prefix `s3://bucket/prefix`, with or without a slash at its end. Throws on any other URI. */
export function objectUnder(prefix: string, name: string): S3Location {
  const [, bucket, path] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(prefix) ?? [];
  if (!bucket) throw new Error(`"${prefix}" is not of the form s3://bucket/prefix`);
  return { bucket, key: [path?.replace(/\/+$/, ''), name].filter(Boolean).join('/') };
}

/** `s3://bucket/key`, for messages. */
export function s3Uri({ bucket, key }: S3Location): string {
  return `s3://${bucket}/${key}`;
}

export interface S3Location {
  readonly bucket: string;
  readonly key: string;
}

/** Splits `s3://bucket/key`; the key may be empty. */
export function s3Location(uri: string): S3Location {
  const [, bucket, key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(uri) ?? [];
  if (bucket === undefined) throw new Error(`"${uri}" is not an S3 URI`);
  return { bucket, key };
}

/** `uri` and `name` with exactly one slash between them. */
export const s3Join = (uri: string, name: string): string => `${uri.replace(/\/+$/, '')}/${name}`;

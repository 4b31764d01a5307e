import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { ObjectStore } from '../cloud';
import { inParallel } from '../in-parallel';
import { JobFailure } from './job-failure';
import { s3Location } from './s3-location';

export const TRANSFERS = 8;

export interface StagedObject {
  readonly key: string;
  /** Path below the prefix, with `/` on every system. */
  readonly path: string;
}

/**
 * What SageMaker reads for `S3DataType: S3Prefix`: every object whose key *starts with* the prefix, so `train` takes
 * `train-old/x.csv` too. Paths are relative to the prefix as a folder, or to the last folder in it. No object at all
 * fails the job as SageMaker words it.
 */
export async function objectsUnder(objects: ObjectStore, uri: string, roleArn: string): Promise<StagedObject[]> {
  const { bucket, key: prefix } = s3Location(uri);
  const parent = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const keys = (await objects.list(bucket, prefix)).filter((key) => !key.endsWith('/'));
  if (keys.length > 0) {
    const folderOf = (key: string): string => (key.startsWith(`${prefix}/`) ? `${prefix}/` : parent);
    return keys.map((key) => ({ key, path: key.slice(folderOf(key).length) }));
  }
  throw new JobFailure(
    `ClientError: Data download failed: No S3 objects found under S3 URL "${uri}" given in input data source. ` +
      'Please ensure that the bucket exists in the selected region, that objects exist under that S3 prefix, ' +
      `and that the role "${roleArn}" has "s3:ListBucket" permissions on bucket "${bucket}".`,
  );
}

/** Copies the objects under a prefix into `folder`. */
export async function stageInput(objects: ObjectStore, uri: string, folder: string, roleArn: string): Promise<void> {
  const { bucket } = s3Location(uri);
  const staged = await objectsUnder(objects, uri, roleArn);
  await inParallel(staged, TRANSFERS, ({ key, path }) => download(objects, bucket, key, join(folder, path)));
}

export async function download(objects: ObjectStore, bucket: string, key: string, file: string): Promise<void> {
  const body = await objects.read(bucket, key);
  if (!body) throw new JobFailure(`ClientError: The object s3://${bucket}/${key} does not exist.`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, body);
}

export async function upload(objects: ObjectStore, file: string, uri: string): Promise<void> {
  const { bucket, key } = s3Location(uri);
  await objects.write(bucket, key, await readFile(file));
}

/** Paths of all files below `folder`, with `/` on every system; a missing folder has none. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { ObjectStore } from '../cloud';
import { inParallel } from '../in-parallel';
import { JobFailure } from './job-failure';
import { s3Join, s3Location } from './s3-location';

const TRANSFERS = 8;

export interface StagedObject {
  readonly key: string;
  /** Path below the prefix, with `/` on every system. */
  readonly path: string;
}

/**
 * What SageMaker reads for `S3DataType: S3Prefix`: every object whose key *starts with* the prefix, so `train` takes
 * `train-old/x.csv` too. Paths are relative to the prefix as a folder, or to the last folder in it.
 */
export async function objectsUnder(objects: ObjectStore, uri: string): Promise<readonly StagedObject[]> {
  const { bucket, key: prefix } = s3Location(uri);
  const parent = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const keys = (await objects.list(bucket, prefix)).filter((key) => !key.endsWith('/'));
  return keys.map((key) => {
    const folder = key.startsWith(`${prefix}/`) ? `${prefix}/` : parent;
    return { key, path: key.slice(folder.length) };
  });
}

/** Copies the objects under a prefix into `folder`; none at all fails the job as SageMaker words it. */
export async function stageInput(objects: ObjectStore, uri: string, folder: string, roleArn: string): Promise<void> {
  const { bucket } = s3Location(uri);
  const staged = await objectsUnder(objects, uri);
  if (staged.length === 0) throw new JobFailure(noObjects(uri, bucket, roleArn));
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

/** Uploads every file below `folder` under `uri`. */
export async function uploadFolder(objects: ObjectStore, folder: string, uri: string): Promise<void> {
  const files = await filesBelow(folder);
  await inParallel(files, TRANSFERS, (path) => upload(objects, join(folder, path), s3Join(uri, path)));
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

const noObjects = (uri: string, bucket: string, roleArn: string): string =>
  `ClientError: Data download failed: No S3 objects found under S3 URL "${uri}" given in input data source. ` +
  'Please ensure that the bucket exists in the selected region, that objects exist under that S3 prefix, ' +
  `and that the role "${roleArn}" has "s3:ListBucket" permissions on bucket "${bucket}".`;

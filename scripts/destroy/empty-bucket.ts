import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ObjectIdentifier,
  type S3Client,
} from '@aws-sdk/client-s3';
import { orWhenGone } from './or-when-gone';

/** Deletes every version of every object, and the markers of deleted ones; resolves to false when the bucket is gone. */
export async function emptyBucket(client: S3Client, bucket: string): Promise<boolean> {
  const empty = async () => {
    // A page has at most as many entries as DeleteObjects takes; what is deleted makes room on the next first page.
    for (;;) {
      const { Versions = [], DeleteMarkers = [] } = await client.send(
        new ListObjectVersionsCommand({ Bucket: bucket }),
      );
      const objects = [...Versions, ...DeleteMarkers].map(({ Key = '', VersionId }) => ({ Key, VersionId }));
      if (objects.length === 0) return true;
      await deleteVersions(client, bucket, objects);
    }
  };
  return orWhenGone(empty(), false);
}

/** Deletes a bucket that outlived its stack, with all it holds; resolves to false when it is gone already. */
export async function deleteBucket(client: S3Client, bucket: string): Promise<boolean> {
  if (!(await emptyBucket(client, bucket))) return false;
  await orWhenGone(client.send(new DeleteBucketCommand({ Bucket: bucket })), undefined);
  return true;
}

async function deleteVersions(client: S3Client, bucket: string, objects: readonly ObjectIdentifier[]): Promise<void> {
  const { Errors = [] } = await client.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [...objects], Quiet: true } }),
  );
  const [first] = Errors;
  if (first)
    throw new Error(`${Errors.length} objects of ${bucket} stay, ${first.Key}: ${first.Code} ${first.Message}`);
}

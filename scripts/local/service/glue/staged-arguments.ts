import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ObjectStore } from '../cloud';
import { inParallel } from '../in-parallel';
import { s3Location } from '../jobs/s3-location';
import { download, filesBelow, TRANSFERS } from '../jobs/staging';

/** What Hadoop leaves on a local disk and not in S3: checksum files, and folders of unfinished writes. */
const LOCAL_ONLY = /(^|\/)(\.[^/]+\.crc|_temporary\/.*)$/;

/**
 * The `s3://` arguments of a job as local paths, `<folder>/<bucket>/<key>`, since Spark here has no S3. A prefix (with a
 * `/` at its end) is a folder, anything else one file that may not exist yet.
 */
export class StagedArguments {
  private readonly before = new Map<string, string>();

  constructor(
    private readonly objects: ObjectStore,
    private readonly folder: string,
    private readonly uris: readonly string[],
  ) {}

  path(uri: string): string {
    const { bucket, key } = s3Location(uri);
    return `${join(this.folder, bucket, key)}`;
  }

  /** Downloads all that the arguments name. */
  async stage(): Promise<void> {
    for (const uri of this.uris) {
      const { bucket, key } = s3Location(uri);
      await mkdir(uri.endsWith('/') ? this.path(uri) : dirname(this.path(uri)), { recursive: true });
      const keys = (await this.objects.list(bucket, key)).filter((found) =>
        uri.endsWith('/') ? !found.endsWith('/') : found === key,
      );
      await inParallel(keys, TRANSFERS, (found) =>
        download(this.objects, bucket, found, join(this.folder, bucket, found)),
      );
    }
    for (const [file, hash] of await this.files()) this.before.set(file, hash);
  }

  /** Uploads what is new or different and deletes what is gone, and nothing else. */
  async sync(): Promise<void> {
    const after = await this.files();
    const changed = [...after].filter(([file, hash]) => this.before.get(file) !== hash).map(([file]) => file);
    const gone = [...this.before.keys()].filter((file) => !after.has(file));
    await inParallel(changed, TRANSFERS, async (file) => {
      const { bucket, key } = this.locationOf(file);
      await this.objects.write(bucket, key, await readFile(join(this.folder, file)));
    });
    for (const bucket of new Set(gone.map((file) => this.locationOf(file).bucket))) {
      const locations = gone.map((file) => this.locationOf(file)).filter((location) => location.bucket === bucket);
      await this.objects.remove(
        bucket,
        locations.map(({ key }) => key),
      );
    }
  }

  /** Every staged file with the hash of what it holds. */
  private async files(): Promise<ReadonlyMap<string, string>> {
    const files = (await filesBelow(this.folder)).filter((file) => !LOCAL_ONLY.test(file));
    const hashes = await inParallel(files, TRANSFERS, async (file) => {
      const body = await readFile(join(this.folder, file));
      return [file, createHash('sha256').update(body).digest('hex')] as const;
    });
    return new Map(hashes);
  }

  private locationOf(file: string): { readonly bucket: string; readonly key: string } {
    return s3Location(`s3://${file}`);
  }
}

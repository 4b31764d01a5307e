import { existsSync } from 'node:fs';
import type { Assembly, Placed } from '../assembly';
import { assetKeys } from '../asset-keys';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { textsIn } from '../texts-in';

/** How the CDK names an upload: the hash of its content and the ending of the file. */
const KEY = /(?<![0-9a-f])[0-9a-f]{64}\.[a-z][\w.]*[\w]/g;
/** The bucket that `cdk bootstrap` makes in each account and region. */
const BUCKET = /cdk-[a-z0-9]+-assets-(?:\d{12}|\$\{[^}]*\})-([a-z]{2}(?:-[a-z]+)+-\d)/g;
/** Something in such a bucket, by its address. */
const ADDRESS = new RegExp(`(?:${BUCKET.source})(?:\\.s3[\\w.-]*)?/([^\\s"'<>,{}*?]+)(?![*?])`, 'g');

export const publishedAssets: Check = {
  id: 'published-assets',
  rule: "Each uploaded file that a template reads is among the assembly's assets, exists, and is read from the stack's region",
  find: (assembly) => {
    const keys = assetKeys(assembly);
    return findInEach([], (resource) => {
      const texts = textsIn(resource, assembly);
      const named = new Set([
        ...texts.flatMap(({ text }) => [...text.matchAll(KEY)].map(([key]) => key)),
        ...texts.flatMap(({ text }) => [...text.matchAll(ADDRESS)].map(([, , key = '']) => key)),
        ...keysBesideBucket(resource, assembly),
      ]);
      const regions = new Set(texts.flatMap(({ text }) => [...text.matchAll(BUCKET)].map(([, region]) => region)));
      return [
        ...[...named].map((key) => {
          const source = keys?.get(key);
          if (!keys) return false;
          if (source === undefined) return `it reads the asset ${key}, which the assembly does not upload`;
          return !existsSync(source) && `it reads the asset ${key}, whose source ${source} is not there`;
        }),
        ...[...regions].map(
          (region) =>
            /^[a-z]{2}-/.test(resource.stack.region) &&
            region !== resource.stack.region &&
            `it reads assets from ${region}, but is deployed in ${resource.stack.region}`,
        ),
      ];
    })(assembly);
  },
};

/** What stands as `S3Key`, `Key` or the like beside a property that names the bucket of the assets. */
function keysBesideBucket(resource: Placed, assembly: Assembly): readonly string[] {
  const texts = textsIn(resource, assembly);
  const holders = texts
    .filter(({ path, text }) => /Bucket(Name)?$/.test(path) && text.replace(BUCKET, '') === '')
    .map(({ path }) => path.replace(/[^.]*$/, ''));
  return holders.flatMap((holder) =>
    texts
      .filter(({ path }) => path.startsWith(holder) && /^\w*Key$/.test(path.slice(holder.length)))
      .map(({ text }) => text)
      .filter((text) => text !== '' && !text.includes('${')),
  );
}

import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { DERIVED_FOLDERS } from '../facts/iam-exceptions';
import { resourcesOf } from '../resources-of';
import { allowedOn } from '../role-allows';
import { textsIn } from '../texts-in';

/** What a statement of S3 names: a bucket of some template as `inText` writes it, and the beginning of keys. */
const PLACE = /^\$\{([^.}]+)\.([^.}]+)\.Arn\}\/([^*?$]+)/;
/** What only grants, or only keeps house, uses no place. */
const UNUSED = /^AWS::(IAM::|KMS::|S3::Bucket$|S3::BucketPolicy$|Lambda::Permission$)/;

/** A prefix that nothing but the grant names is a slip of the pen, or what is left of something gone. */
export const grantedPlacesAreUsed: Check = {
  id: 'granted-places-are-used',
  rule: 'Every prefix of a bucket that a role may read or write is one that some function, job, stream, rule or machine is told',
  find: (assembly) => {
    const users = resourcesOf(assembly)
      .filter(({ Type }) => !UNUSED.test(Type))
      .map((resource) => textsIn(resource, assembly).map(({ text }) => text));
    return resourcesOf(assembly, 'AWS::IAM::Role').flatMap((role) =>
      placesOf(role, assembly)
        .filter(({ prefix }) => !(String(prefix.split('/')[0]) in DERIVED_FOLDERS))
        .filter(({ bucket, prefix }) => !users.some((texts) => isTold(texts, bucket, prefix)))
        .map(({ bucket, prefix }) =>
          about(role, `may use ${prefix} of ${bucket}, which nothing in the templates is told`),
        ),
    );
  },
};

function placesOf(role: Placed, assembly: Assembly): { bucket: string; prefix: string }[] {
  const places = allowedOn(role, 's3', assembly).flatMap((text) => {
    const [, stack, logicalId, prefix] = PLACE.exec(text) ?? [];
    return prefix === undefined ? [] : [`${stack}.${logicalId} ${prefix.replace(/\/$/, '')}`];
  });
  return [...new Set(places)].map((place) => {
    const [bucket = '', ...prefix] = place.split(' ');
    return { bucket, prefix: prefix.join(' ') };
  });
}

/** In one text as an address, or the bucket in one and the prefix at the beginning of another. */
function isTold(texts: readonly string[], bucket: string, prefix: string): boolean {
  const pointer = `\${${bucket}.`;
  const begins = (text: string) => text === prefix || text.startsWith(`${prefix}/`);
  const pointing = texts.filter((text) => text.includes(pointer));
  return (
    pointing.some((text) =>
      text
        .split(pointer)
        .slice(1)
        .some((each) => begins(each.replace(/^[^}]*\}\//, ''))),
    ) ||
    (pointing.length > 0 && texts.some((text) => begins(text.replace(/^States\.Format\('/, ''))))
  );
}

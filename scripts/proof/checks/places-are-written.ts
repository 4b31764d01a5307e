import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { DEFINITIONS } from '../facts/monitor-schedules';
import { arnsOverlap } from '../iam/arn';
import { ResourceNames } from '../iam/resource-names';
import { type Json, list, record, valuesAt } from '../json';
import { resourcesOf } from '../resources-of';
import { writtenPlaces } from '../written-places';

/** Objects that somebody looks for, as a pattern of their ARNs. */
interface Sought {
  readonly by: Placed;
  readonly what: string;
  readonly objects: string;
}

/** Whoever looks for objects under a prefix to which nobody writes waits for ever, and everything is deployed without a word. */
export const placesAreWritten: Check = {
  id: 'places-are-written',
  rule: 'A rule, a table or a monitor that looks for objects in a bucket of the templates does so at a place to which somebody there writes',
  find(assembly) {
    const names = new ResourceNames(assembly);
    const written = writtenPlaces(assembly, names);
    return soughtIn(assembly, names)
      .filter(({ objects }) => isOwn(objects, written) && !written.some((each) => arnsOverlap(each, objects)))
      .map(({ by, what, objects }) => about(by, `${what} is ${objects}, to which nobody writes`));
  },
};

/** A bucket to which the templates write at all; into others somebody else may. */
function isOwn(objects: string, written: readonly string[]): boolean {
  const [bucket = ''] = objects.split('/');
  return written.some((each) => each.startsWith(`${bucket}/`));
}

function soughtIn(assembly: Assembly, names: ResourceNames): Sought[] {
  return [
    ...resourcesOf(assembly, 'AWS::Events::Rule').flatMap((by) =>
      keyPatterns(by, names).map((objects) => ({ by, what: 'the key that it waits for', objects })),
    ),
    ...resourcesOf(assembly, 'AWS::Glue::Table').flatMap((by) => {
      const { StorageDescriptor, Parameters } = record(by.Properties.TableInput);
      const places = [record(StorageDescriptor).Location, record(Parameters)['storage.location.template']];
      return places.flatMap((place) => within(place, by, names)).map((objects) => ({ by, what: 'its place', objects }));
    }),
    ...resourcesOf(assembly, ...Object.values(DEFINITIONS)).flatMap((by) =>
      Object.values(by.Properties)
        .flatMap((value) => valuesAt(value, 'GroundTruthS3Input.S3Uri'))
        .flatMap((place) => within(place, by, names))
        .map((objects) => ({ by, what: 'the place of its ground truth', objects })),
    ),
  ];
}

/** The objects under an address; none when only a parameter or a run knows it. */
function within(place: unknown, { stack }: Placed, names: ResourceNames): string[] {
  const [, whole] = /^s3:\/\/([^/]+\/.*?)\/?$/.exec(names.text(place ?? '', stack)) ?? [];
  return whole === undefined || /^[^/]*\$\{/.test(whole)
    ? []
    : [`arn:aws:s3:::${whole.replace(/\$\{[^}]*\}/g, '*')}/*`];
}

/** What a rule on objects of S3 waits for. */
function keyPatterns({ Properties, stack }: Placed, names: ResourceNames): string[] {
  const pattern = record(Properties.EventPattern);
  if (!list(pattern.source).includes('aws.s3')) return [];
  const buckets = valuesAt(pattern, 'detail.bucket.name').map((each) => names.text(each, stack));
  const keys = valuesAt(pattern, 'detail.object.key').flatMap((each) => keyPattern(each, names, { stack }));
  return buckets
    .filter((bucket) => !bucket.includes('${'))
    .flatMap((bucket) => keys.map((key) => `arn:aws:s3:::${bucket}/${key}`));
}

function keyPattern(value: unknown, names: ResourceNames, { stack }: Pick<Placed, 'stack'>): string[] {
  if (typeof value === 'string') return [value];
  const { prefix, suffix, wildcard } = record(value) as Json;
  const text = (each: unknown) => names.text(each, stack);
  if (wildcard !== undefined) return [text(wildcard)];
  if (typeof prefix === 'string') return [`${text(prefix)}*`];
  return typeof suffix === 'string' ? [`*${text(suffix)}`] : [];
}

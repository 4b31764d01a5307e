import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { HOLDS, type Holds } from '../facts/holds';
import { type Leaf, leavesOf } from '../leaves';
import { nameProperties, pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';

/** Policies have checks of their own; what a handler or a container is told in its environment is no property. */
const ELSEWHERE = /(^|\.)(\w*PolicyDocument|KeyPolicy|ResourcePolicy|Environment|Tags)(\.|$)/;
/** The bucket that `cdk bootstrap` makes for assets. */
const ASSETS = /^cdk-\w+-assets-/;

/** A property that should hold a queue, a key, a bucket or an endpoint holds one, and in the form that AWS asks for. */
export const rightKind: Check = {
  id: 'right-kind',
  rule: 'Every property that names a resource names one of its kind, as ARN, name or URL as its type asks (CloudFormation reference)',
  find: (assembly) =>
    resourcesOf(assembly).flatMap((resource) =>
      leavesOf(resource.Properties)
        .filter(({ path }) => !ELSEWHERE.test(path) && !nameProperties(resource.Type).includes(path))
        .flatMap((leaf) => [...kindFault(resource, leaf, assembly), ...uriFault(resource, leaf, assembly)]),
    ),
};

function kindFault(resource: Placed, { path, value }: Leaf, assembly: Assembly): Finding[] {
  const holds = HOLDS.find((each) => each.path.test(path) && (each.within?.test(resource.Type) ?? true));
  if (!holds || isMatcher(value)) return [];
  const { text, resource: found, form, open } = pointsTo(value, resource.stack, assembly, holds.kinds);
  if (open || (text === '' && !found) || holds.known?.test(text)) return [];
  if (!found)
    return [about(resource, `${path} is ${shown(text)}, which names nothing in any template; expected ${kind(holds)}`)];
  if (!holds.kinds.test(found.Type))
    return [about(resource, `${path} points to ${found.logicalId}, a ${found.Type}; expected ${kind(holds)}`)];
  if (form !== 'any' && !holds.forms.includes(form))
    return [
      about(resource, `${path} gives the ${form} of ${found.logicalId}; expected its ${holds.forms.join(' or ')}`),
    ];
  return [];
}

/** What follows `s3://` is a bucket's name, within longer texts too; and where a place in S3 is asked for, there is one. */
function uriFault(resource: Placed, { path, value }: Leaf, assembly: Assembly): Finding[] {
  if (/Description$/.test(path)) return [];
  const text = textOf(value, resource.stack, assembly);
  const isPlace = /(S3|Config)Uri$/.test(path) && text !== '' && !text.startsWith('s3://');
  if (isPlace && !pointsTo(value, resource.stack, assembly).open)
    return [about(resource, `${path} is ${shown(text)}; expected a place that begins with s3://`)];
  const buckets = new Set([...text.matchAll(/s3:\/\/([^/'"\s]*)/g)].map(([, bucket = '']) => bucket));
  return [...buckets]
    .filter((bucket) => !ASSETS.test(bucket) && !isBucket(bucket, resource, assembly))
    .map((bucket) =>
      about(
        resource,
        `${path} says s3://${bucket}; after s3:// expected the name of a bucket that some template makes`,
      ),
    );
}

function isBucket(text: string, { stack }: Placed, assembly: Assembly): boolean {
  const { resource, form, open } = pointsTo(text, stack, assembly);
  return open || (resource?.Type === 'AWS::S3::Bucket' && form === 'name');
}

/** In event patterns: `anything-but`, `prefix` and the like come as objects, numbers and booleans name nothing. */
function isMatcher(value: unknown): boolean {
  return typeof value !== 'string' && (typeof value !== 'object' || value === null);
}

function kind({ kinds }: Holds): string {
  return kinds.source.replaceAll(/[\^$]/g, '');
}

function shown(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

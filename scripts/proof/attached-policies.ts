import type { Assembly, Placed } from './assembly';
import { type Statement, statementsOf } from './policy-statements';
import { resourcesOf } from './resources-of';
import { referencesOf, textIn } from './tolerant-reading';
import { valueAt } from './value-at';

export const BUCKET = 'AWS::S3::Bucket';

/** The bucket, queue or topic of the templates that a value names; nothing for one that no template has. */
export function named(value: unknown, { stack }: Placed, type: string, assembly: Assembly): Placed | undefined {
  const references = referencesOf(value, stack, assembly);
  const name = textIn(value, stack, assembly);
  return resourcesOf(assembly, type).find(
    (each) =>
      references.some((reference) => reference.logicalId === each.logicalId && reference.stack.id === each.stack.id) ||
      (name !== '' && valueAt(each.Properties, 'BucketName') === name),
  );
}

/** The statements of all policies of a type that are attached to a resource by a property, single or a list. */
export function attachedStatements(
  resource: Placed,
  type: string,
  property: string,
  assembly: Assembly,
): readonly Statement[] {
  return resourcesOf(assembly, type)
    .filter((policy) => {
      const value = policy.Properties[property];
      const members = Array.isArray(value) ? value : [value];
      return members.some((each) => named(each, policy, resource.Type, assembly) === resource);
    })
    .flatMap((policy) => statementsOf(valueAt(policy.Properties, 'PolicyDocument'), policy, assembly));
}

/** Whether a text of `inText` is about a resource: one of its attributes, or its fixed name. */
export function isAbout(text: string, { stack, logicalId, Properties }: Placed): boolean {
  const name = valueAt(Properties, 'BucketName');
  return (
    text === '*' ||
    text.includes(`\${${stack.id}.${logicalId}.`) ||
    (typeof name === 'string' && text.includes(`:::${name}`))
  );
}

/** The buckets that take the access logs of others. */
export function logBuckets(assembly: Assembly): ReadonlySet<Placed> {
  const buckets = resourcesOf(assembly, BUCKET);
  return new Set(
    buckets.flatMap((bucket) => {
      const destination = valueAt(bucket.Properties, 'LoggingConfiguration', 'DestinationBucketName');
      const found = destination === undefined ? undefined : named(destination, bucket, BUCKET, assembly);
      return found && found !== bucket ? [found] : [];
    }),
  );
}

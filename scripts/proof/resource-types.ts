import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

/** What CloudFormation's own database says of a type, as far as the checks ask. */
interface ResourceType {
  /** Properties of which a change replaces the resource. */
  readonly replacing: ReadonlySet<string>;
  /** The property that names a resource, if it has one: a second resource with the same name is refused. */
  readonly name: string | undefined;
  /** Whether CloudFormation insists on a name. */
  readonly nameRequired: boolean;
  readonly tags: string | undefined;
}

const known = new Map<string, ResourceType | undefined>();
let database: ReturnType<typeof loadAwsServiceSpecSync> | undefined;

/** A type of AWS; undefined for one that the database does not have. */
export function resourceType(type: string): ResourceType | undefined {
  if (!known.has(type)) known.set(type, looked(type));
  return known.get(type);
}

function looked(type: string): ResourceType | undefined {
  database ??= loadAwsServiceSpecSync();
  const [found] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  if (!found) return undefined;
  const { properties, primaryIdentifier = [], tagInformation } = found;
  const kind = type.split('::').at(-1) ?? '';
  const named = Object.keys(properties).filter(
    (each) => /Name$/.test(each) && kind.endsWith(each.replace(/Name$/, '')),
  );
  const name = [...primaryIdentifier, ...named].find(
    (each) =>
      /Name$/.test(each) && properties[each]?.type.type === 'string' && properties[each]?.causesReplacement === 'yes',
  );
  return {
    replacing: new Set(Object.keys(properties).filter((each) => properties[each]?.causesReplacement === 'yes')),
    name,
    nameRequired: name !== undefined && properties[name]?.required === true,
    tags: tagInformation?.tagPropertyName,
  };
}

import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { list, record } from '../json';
import { resourceType } from '../resource-types';
import { resourcesOf } from '../resources-of';
import { isOpen, textOf } from '../text-of';

/** Tags that somebody changes while the resource lives: who owns and pays, and what was deployed when. */
const CHANGING_KEY =
  /owner|contact|team|cost|budget|version|commit|revision|build|branch|release|deploy|date|time|user|created|updated|expir|ticket/i;
/** A moment, a commit, a version. */
const CHANGING_VALUE = /^\d{4}-\d{2}-\d{2}|^\d{10,13}$|^[0-9a-f]{7,40}$|^v?\d+\.\d+\.\d+/;

/** CloudFormation makes the new one before it deletes the old one, and a name is taken only once. */
export const replacementHazards: Check = {
  id: 'replacement-hazards',
  rule: 'No fixed name on what a change replaces, no changing tag where tags replace, no name twice (R-14; replacement behaviour in the CloudFormation reference)',
  find: (assembly) =>
    resourcesOf(assembly).flatMap((resource) =>
      [...nameFaults(resource, assembly), ...tagFaults(resource, assembly), ...doubleFaults(resource, assembly)].map(
        (fault) => about(resource, fault),
      ),
    ) satisfies Finding[],
};

function nameFaults(resource: Placed, assembly: Assembly): string[] {
  const { Type, Properties } = resource;
  const type = resourceType(Type);
  if (!type?.name || type.nameRequired || Properties[type.name] === undefined || SHARED.test(Type)) return [];
  const text = textOf(Properties[type.name], resource, assembly);
  const others = Object.keys(Properties).filter(
    (each) => type.replacing.has(each) && each !== type.name && each !== type.tags,
  );
  return others.length === 0
    ? []
    : [
        `${type.name} is fixed to ${text}, and a change of ${others.join(', ')} replaces it: the new one would find its name taken`,
      ];
}

function tagFaults(resource: Placed, assembly: Assembly): string[] {
  const { tags, replacing } = resourceType(resource.Type) ?? {};
  if (tags === undefined || !replacing?.has(tags)) return [];
  return tagsOf(resource.Properties[tags]).flatMap(([key, value]) => {
    const text = textOf(value, resource, assembly);
    if (CHANGING_KEY.test(key))
      return [`tag ${key} changes while it lives, and a changed tag replaces ${resource.Type}`];
    if (CHANGING_VALUE.test(text))
      return [`tag ${key} is ${text}, which changes with a deployment, and a changed tag replaces ${resource.Type}`];
    return typeof value === 'object' && isParameter(value, resource)
      ? [`tag ${key} is a parameter, and a changed tag replaces ${resource.Type}`]
      : [];
  });
}

function tagsOf(tags: unknown): [string, unknown][] {
  if (!Array.isArray(tags)) return Object.entries(record(tags));
  return list(tags).map((tag) => [String(record(tag).Key), record(tag).Value]);
}

function isParameter(value: unknown, { stack }: Placed): boolean {
  const name = String(record(value).Ref);
  return !name.startsWith('AWS::') && name in record(stack.template.Parameters);
}

/** The second to ask for a name is refused. Two that stand under different conditions may never meet. */
function doubleFaults(resource: Placed, assembly: Assembly): string[] {
  const name = resourceType(resource.Type)?.name;
  const nameOf = (each: Placed) => (name === undefined ? '' : textOf(each.Properties[name], each, assembly));
  const own = nameOf(resource);
  if (name === undefined || isOpen(own) || SHARED.test(resource.Type)) return [];
  const others = resourcesOf(assembly, resource.Type).filter(
    (each) => each.stack.region === resource.stack.region && nameOf(each) === own,
  );
  const [first] = others;
  if (!first || (first.stack.id === resource.stack.id && first.logicalId === resource.logicalId)) return [];
  return first.Condition === resource.Condition
    ? [`${name} is ${own}, as that of ${first.stack.id}/${first.logicalId} is`]
    : [];
}

/** Named within something else, so that a name may come back elsewhere. */
const SHARED =
  /^AWS::(ApiGateway|ApiGatewayV2|Logs::LogStream|Glue::(Table|Partition)|ApplicationAutoScaling|IAM::(Policy|RolePolicy|UserPolicy)|Lambda::(Alias|Permission|EventInvokeConfig)|EC2|ECS::Service|SageMaker::(App|Space|UserProfile)|Cognito|AppSync|Athena::NamedQuery)/;

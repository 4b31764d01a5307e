import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { ASSUMED_BY, isServicePrincipal } from '../facts/assumed-by';
import { type Leaf, leavesOf, listed, under } from '../leaves';
import { pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';

/** What names a role: `Role`, `RoleArn`, `ExecutionRoleArn`, `CloudWatchRoleArn`, and the credentials of an integration. */
const IS_ROLE = /(^|\.)([A-Za-z]*[a-z])?Role(Arn|ARN)?$|(^|\.)Integration\.Credentials$|^(\w*[a-z])?roleArn$/;
/** Roles that AWS makes. */
const OF_AWS = /:role\/aws-(service-)?role\//;

/** Who is given a role is given a role, and one that its service may assume. */
export const roles: Check = {
  id: 'roles',
  rule: 'A property for a role holds the ARN of a role whose trust policy lets the service of that resource assume it; trust policies name services that exist',
  find: (assembly) => [
    ...resourcesOf(assembly).flatMap((resource) => [
      ...leavesOf(resource.Properties).flatMap((leaf) => roleFault(resource, leaf, assembly)),
      ...embedded(resource, assembly).flatMap((leaf) => roleFault(resource, leaf, assembly)),
    ]),
    ...resourcesOf(assembly, 'AWS::IAM::Role').flatMap((role) =>
      trusted(role, assembly)
        .filter((service) => !isServicePrincipal(service))
        .map((service) => about(role, `AssumeRolePolicyDocument trusts ${service}, which is the name of no service`)),
    ),
  ],
};

function roleFault(resource: Placed, { path, value }: Leaf, assembly: Assembly): Finding[] {
  if (!IS_ROLE.test(path) || /PolicyDocument|(^|\.)Tags\./.test(path)) return [];
  const { text, resource: role, form, open } = pointsTo(value, resource.stack, assembly);
  if (open || OF_AWS.test(text) || (text === '' && !role)) return [];
  if (!role)
    return [about(resource, `${path} is ${text.slice(0, 120)}; expected the ARN of a role that some template makes`)];
  if (role.Type !== 'AWS::IAM::Role')
    return [about(resource, `${path} points to ${role.logicalId}, a ${role.Type}; expected a role`)];
  if (form !== 'arn' && form !== 'any')
    return [about(resource, `${path} gives the ${form} of ${role.logicalId}; expected its ARN`)];
  const services = assumers(resource.Type);
  const trusts = trusted(role, assembly);
  if (!services || services.some((service) => trusts.includes(service))) return [];
  return [
    about(
      resource,
      `${path} holds ${role.logicalId}, which ${trusts.join(', ') || 'no service'} may assume; expected ${services.join(' or ')}`,
    ),
  ];
}

function assumers(type: string): readonly string[] | undefined {
  const fitting = Object.keys(ASSUMED_BY).filter((each) => type === each || type.startsWith(`${each}::`));
  return ASSUMED_BY[fitting.sort((a, b) => b.length - a.length)[0] ?? ''];
}

/** The services that may assume a role in this account. */
function trusted(role: Placed, assembly: Assembly): string[] {
  return listed(under(role.Properties, 'AssumeRolePolicyDocument', 'Statement'))
    .filter(
      (each) =>
        under(each, 'Effect') === 'Allow' &&
        listed(under(each, 'Action')).some((action) => /^sts:(AssumeRole|\*)$/i.test(String(action))),
    )
    .filter((each) => {
      const account = under(each, 'Condition', 'StringEquals', 'aws:SourceAccount');
      return (
        account === undefined ||
        textOf(account, role.stack, assembly) === textOf({ Ref: 'AWS::AccountId' }, role.stack, assembly)
      );
    })
    .flatMap((each) =>
      listed(under(each, 'Principal', 'Service')).map((service) => textOf(service, role.stack, assembly)),
    );
}

/** Properties within a JSON text, such as the definition of a pipeline. */
function embedded(resource: Placed, assembly: Assembly): Leaf[] {
  return leavesOf(resource.Properties)
    .filter(({ path }) => /Definition(String|Body)$/.test(path))
    .flatMap(({ path, value }) => {
      try {
        return leavesOf(JSON.parse(textOf(value, resource.stack, assembly)), path);
      } catch {
        return [];
      }
    });
}

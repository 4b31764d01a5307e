import type { Assembly, Placed, Stack } from './assembly';
import { arnsOverlap } from './iam/arn';
import { ResourceNames } from './iam/resource-names';
import { type RoleStatements, roleStatements } from './iam/role-statements';
import { matches } from './iam/wildcard';

/** Asks whether roles of an assembly may do something at places in S3. */
export class PlaceAccess {
  private readonly roles: readonly RoleStatements[];
  private readonly names: ResourceNames;

  public constructor(assembly: Assembly) {
    this.roles = roleStatements(assembly);
    this.names = new ResourceNames(assembly);
  }

  /**
   * What is wrong when a role does one of some actions, such as `s3:GetObject`, under an `s3://` address; undefined when some
   * statement allows a part of it, when only a run knows the bucket, or when a policy of AWS may allow it. Conditions are
   * taken as met. What only a run knows of the key stands as `*`.
   */
  public fault(
    role: Placed | undefined,
    actions: readonly string[],
    address: unknown,
    stack: Stack,
  ): string | undefined {
    const known = this.roles.find((each) => each.role === role);
    const objects = this.objectsAt(address, stack);
    if (!known || known.foreignPolicies.length > 0 || objects === undefined) return undefined;
    const allows = known.statements.some(
      ({ effect, actions: its, resources }) =>
        effect === 'Allow' &&
        !its.not &&
        its.of.some((pattern) => actions.some((action) => matches(pattern, action, { ignoreCase: true }))) &&
        (resources?.not || resources?.of.some((each) => arnsOverlap(each, objects))),
    );
    return allows ? undefined : `${known.role.logicalId} does not allow ${actions.join(' or ')} on ${objects}`;
  }

  private objectsAt(address: unknown, stack: Stack): string | undefined {
    const text = this.names.text(address ?? '', stack).replace(/\$\{[^}]*\}/g, '*');
    const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(text) ?? [];
    return bucket === '' || bucket.includes('*') ? undefined : `arn:aws:s3:::${bucket}/${key}*`;
  }
}

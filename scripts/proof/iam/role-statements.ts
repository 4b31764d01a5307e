import type { Assembly, Placed } from '../assembly';
import { referencesIn, target } from '../references';
import { resourcesOf } from '../resources-of';
import { policiesOf } from './policies';
import { type NameOf, ResourceNames } from './resource-names';
import { listed, type Statement } from './statement';

/** A statement and the resource of the template in which it stands. */
export interface PlacedStatement extends Statement {
  readonly holder: Placed;
}

/** All that a template says about one role. */
export interface RoleStatements {
  readonly role: Placed;
  readonly arn: string;
  /** What the role may do, of inline policies and of those that are attached to it. */
  readonly statements: readonly PlacedStatement[];
  /** Who may become the role. */
  readonly trust: readonly Statement[];
  /** ARNs of policies that no template holds: those of AWS. */
  readonly foreignPolicies: readonly string[];
}

/** The statements of every role of an assembly; texts as `ResourceNames` reads them. */
export function roleStatements(assembly: Assembly, nameOf?: NameOf): RoleStatements[] {
  const names = new ResourceNames(assembly, nameOf);
  const policies = policiesOf(assembly, nameOf);
  return resourcesOf(assembly, 'AWS::IAM::Role').map((role) => {
    const attached = listed(role.Properties.ManagedPolicyArns).map((value) => names.text(value, role.stack));
    const ours = policies.filter(
      ({ kind, holder }) => kind === 'identity' && isOf(role, holder, attached, assembly, names),
    );
    const known = ours.map(({ holder }) => names.arnOf(holder));
    return {
      role,
      arn: names.arnOf(role) ?? '',
      statements: ours.flatMap(({ holder, statements }) => statements.map((statement) => ({ ...statement, holder }))),
      trust: policies
        .filter(({ kind, holder }) => kind === 'trust' && holder === role)
        .flatMap(({ statements }) => statements),
      foreignPolicies: attached.filter((arn) => !known.includes(arn)),
    };
  });
}

/** Whether a policy stands within a role, names it, or is named by it. */
function isOf(
  role: Placed,
  holder: Placed,
  attached: readonly string[],
  assembly: Assembly,
  names: ResourceNames,
): boolean {
  if (holder === role || attached.includes(names.arnOf(holder) ?? '-')) return true;
  const { Roles, RoleName } = holder.Properties;
  if (holder.Type === 'AWS::IAM::Role') return false;
  return [...listed(Roles), ...listed(RoleName)].some(
    (value) =>
      referencesIn(value, holder.stack, assembly).some((reference) => target(reference) === role) ||
      names.text(value, holder.stack) === role.Properties.RoleName,
  );
}

import type { Assembly, Placed } from './assembly';
import { listed, under } from './leaves';
import { isAbout, pointsTo, textOf } from './points-to';
import { resourcesOf } from './resources-of';

/** Where policies stand that are attached to roles from outside. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/**
 * Whether some statement of a role allows an action on a resource; on whatever resource, if none is named. Conditions and
 * denials are not weighed here. What a managed policy of AWS allows nobody knows here, so it is taken to allow.
 */
export function roleAllows(role: Placed, action: string, on: Placed | string | undefined, assembly: Assembly): boolean {
  const managed = listed(role.Properties.ManagedPolicyArns).map((each) => textOf(each, role.stack, assembly));
  if (managed.some((each) => each.includes(':iam::aws:policy/'))) return true;
  return statementsOf(role, assembly).some(
    ({ statement, from }) =>
      under(statement, 'Effect') === 'Allow' &&
      listed(under(statement, 'Action')).some((each) => matches(String(each), action)) &&
      listed(under(statement, 'Resource')).some((each) => covers(textOf(each, from.stack, assembly), on, assembly)),
  );
}

/** The texts of all resources on which a role allows some action of a service; `*` for a managed policy of AWS. */
export function allowedOn(role: Placed, service: string, assembly: Assembly): string[] {
  const managed = listed(role.Properties.ManagedPolicyArns).map((each) => textOf(each, role.stack, assembly));
  const own = statementsOf(role, assembly)
    .filter(({ statement }) => under(statement, 'Effect') === 'Allow')
    .filter(({ statement }) =>
      listed(under(statement, 'Action')).some((each) => each === '*' || String(each).startsWith(`${service}:`)),
    )
    .flatMap(({ statement, from }) =>
      listed(under(statement, 'Resource')).map((each) => textOf(each, from.stack, assembly)),
    );
  return managed.some((each) => each.includes(':iam::aws:policy/')) ? [...own, '*'] : own;
}

/** Whether a pattern with `*` and `?` fits a text, upper and lower case being the same. */
export function matches(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i').test(text);
}

function covers(text: string, on: Placed | string | undefined, assembly: Assembly): boolean {
  if (on === undefined || text === '*') return true;
  return typeof on === 'string' ? text.split(/[:/]/).includes(on) || matches(text, on) : isAbout(text, on, assembly);
}

function statementsOf(role: Placed, assembly: Assembly): { statement: unknown; from: Placed }[] {
  const attached = resourcesOf(assembly, ...POLICIES).filter(({ Properties, stack }) =>
    [...listed(Properties.Roles), ...listed(Properties.RoleName)].some(
      (each) => pointsTo(each, stack, assembly).resource === role,
    ),
  );
  const documents = [
    ...listed(role.Properties.Policies).map((each) => ({ document: under(each, 'PolicyDocument'), from: role })),
    ...attached.map((from) => ({ document: from.Properties.PolicyDocument, from })),
  ];
  return documents.flatMap(({ document, from }) =>
    listed(under(document, 'Statement')).map((statement) => ({ statement, from })),
  );
}

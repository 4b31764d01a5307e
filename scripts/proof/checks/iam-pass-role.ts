import { about, type Check, type Finding } from '../check';
import { isServicePrincipal } from '../facts/assumed-by';
import { HANDS_OVER_ROLE } from '../facts/iam-exceptions';
import { type PlacedStatement, type RoleStatements, roleStatements } from '../iam/role-statements';
import { inWords } from '../iam/statement';
import { matches } from '../iam/wildcard';

const PASS_ROLE = 'iam:PassRole';

/** Whoever may pass any role may become any role: by way of the service that takes it. */
export const iamPassRole: Check = {
  id: 'iam-pass-role',
  rule: 'iam:PassRole names one role of ours and the service that it goes to, which that role trusts; who hands over a role may pass one',
  find(assembly) {
    const roles = roleStatements(assembly);
    return roles.flatMap((role) => [
      ...role.statements.filter(passes).flatMap((statement) => wrongWith(statement, roles)),
      ...cannotPass(role),
    ]);
  },
};

function passes({ effect, actions }: PlacedStatement): boolean {
  return (
    effect === 'Allow' &&
    !actions.not &&
    actions.of.some((pattern) => pattern !== '*' && matches(pattern, PASS_ROLE, { ignoreCase: true }))
  );
}

function wrongWith(statement: PlacedStatement, roles: readonly RoleStatements[]): Finding[] {
  const { resources, conditions, holder } = statement;
  const arns = resources?.of ?? [];
  const to = conditions.find(({ key }) => key.toLowerCase() === 'iam:passedtoservice');
  const passed = roles.filter(({ arn }) => arns.includes(arn));
  const wrong: [boolean, string][] = [
    [arns.length !== 1 || resources?.not === true, `it passes ${arns.length} roles or all but them, not one`],
    ...arns.map((arn): [boolean, string] => [
      !roles.some((role) => role.arn === arn),
      `${arn} is no role of a template`,
    ]),
    [!to, 'it does not say to which service: the condition iam:PassedToService is missing'],
    [to !== undefined && to.operator !== 'StringEquals', `${to?.operator} leaves open to which service`],
    ...(to?.values ?? []).flatMap((service): [boolean, string][] => [
      [!isServicePrincipal(service), `${service} is no service`],
      ...passed.map((role): [boolean, string] => [
        !trusts(role, service),
        `${role.role.logicalId} does not trust ${service}`,
      ]),
    ]),
  ];
  return wrong.filter(([is]) => is).map(([, message]) => about(holder, `${inWords(statement)}: ${message}`));
}

function trusts({ trust }: RoleStatements, service: string): boolean {
  return trust.some(({ effect, principals }) => effect === 'Allow' && principals?.of.includes(`Service:${service}`));
}

/** Without the right to pass the role that its request names, what it may start fails every time. */
function cannotPass({ role, statements }: RoleStatements): Finding[] {
  const handing = statements
    .filter(({ effect, actions }) => effect === 'Allow' && !actions.not)
    .flatMap(({ actions }) => actions.of)
    .find((pattern) => HANDS_OVER_ROLE.some((action) => matches(pattern, action, { ignoreCase: true })));
  return handing && !statements.some(passes)
    ? [about(role, `it may ${handing}, which hands over a role, and may pass none`)]
    : [];
}

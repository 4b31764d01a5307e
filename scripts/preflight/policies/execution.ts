import type { Assembly } from '../../proof/assembly';
import { roleStatements } from '../../proof/iam/role-statements';
import { resourcesOfAction } from './resources-of-action';
import { rightsOfTypes } from './rights-of-types';
import type { Allowed } from './statement';

const PASS = 'iam:PassRole';
const LINK = 'iam:CreateServiceLinkedRole';
const ATTACH = ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'];

/**
 * What CloudFormation's role needs to create, change and delete what an assembly holds, and nothing of other projects where
 * names tell them apart. Throws for a type of which it is not known what it needs.
 */
export function executionStatements(assembly: Assembly): Allowed[] {
  const { actions, unknown } = rightsOfTypes(assembly);
  if (unknown.length > 0) throw new Error(`nobody has written down what CloudFormation does for ${unknown.join(', ')}`);
  const project = projectOf(assembly);
  const byResources = new Map<string, { actions: string[]; resources: string[] }>();
  for (const action of [...actions.keys()].sort()) {
    if ([PASS, LINK, ...ATTACH].includes(action)) continue;
    const resources = resourcesOfAction(action, project);
    const key = resources.join();
    const statement = byResources.get(key) ?? { actions: [], resources };
    statement.actions.push(action);
    byResources.set(key, statement);
  }
  return [...byResources.values(), ...rolesGiven(assembly, actions, project), BOOTSTRAP_VERSION];
}

/** Every template has its bootstrap's version as a parameter, which is looked up in CloudFormation's or the caller's name. */
const BOOTSTRAP_VERSION: Allowed = {
  actions: ['ssm:GetParameters'],
  resources: ['arn:*:ssm:*:*:parameter/cdk-bootstrap/*'],
};

/** Roles may be given to the services that the templates' roles trust, have the policies that those have, and no other. */
function rolesGiven(assembly: Assembly, actions: ReadonlyMap<string, unknown>, project: string): Allowed[] {
  const resources = [`arn:*:iam::*:role/${project}-*`];
  const roles = roleStatements(assembly);
  const services = roles
    .flatMap(({ trust }) => trust.flatMap(({ principals }) => principals?.of ?? []))
    .flatMap((principal) => /^Service:(.+)$/.exec(principal)?.[1] ?? []);
  const policies = roles.flatMap(({ foreignPolicies }) =>
    foreignPolicies.map((arn) => arn.replace(/^arn:[^:]*:/, 'arn:*:')),
  );
  const all: Allowed[] = [
    { actions: [PASS], resources, context: { 'iam:PassedToService': unique(services) } },
    { actions: ATTACH, resources, context: { 'iam:PolicyARN': unique(policies) } },
    { actions: [LINK], resources: ['arn:*:iam::*:role/aws-service-role/*'] },
  ];
  return all.filter((each) => each.actions.some((action) => actions.has(action)));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** What the names of all stacks begin with, up to the last hyphen that they have in common before the environment. */
function projectOf({ stacks }: Assembly): string {
  const [first = '', ...others] = stacks.map(({ name }) => name.split('-'));
  const common = [...first].filter((part, index) => others.every((each) => each[index] === part));
  // The last common part is the environment: one policy serves all environments of a project.
  return common.slice(0, Math.max(1, common.length - 1)).join('-');
}

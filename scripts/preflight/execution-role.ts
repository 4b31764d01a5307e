import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetRoleCommand,
  type IAMClient,
  ListAttachedRolePoliciesCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import * as z from 'zod/mini';
import type { Judged } from './finding';
import { executionStatements } from './policies/execution';
import type { Place, Question } from './question';

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ properties: z.optional(z.object({ cloudFormationExecutionRoleArn: z.optional(z.string()) })) }),
  ),
});
type Where = Omit<Place, 'clients'>;

// Asking about all actions at once would be one answer of a megabyte.
const AT_ONCE = 50;

/** The role with which CloudFormation deploys may do what the templates need, whatever it was bootstrapped with. */
export const executionRole: Question = {
  id: 'execution-role',
  needs: ['iam:GetRole', 'iam:ListAttachedRolePolicies', 'iam:SimulatePrincipalPolicy'],
  async ask({ clients, ...place }) {
    const denied: string[] = [];
    for (const arn of executionRolesOf(place))
      if (await isWorthAsking(clients.iam, arn)) denied.push(...(await deniedTo(clients.iam, arn, place)));
    return judgeExecution(denied);
  },
};

/** Not when there is no role, which is the bootstrap's to say, and not of an administrator whom nothing bounds. */
async function isWorthAsking(iam: IAMClient, arn: string): Promise<boolean> {
  const RoleName = arn.split('/').at(-1) ?? '';
  const role = await iam.send(new GetRoleCommand({ RoleName })).catch((error: Error) => {
    if (!/NoSuchEntity/.test(error.name)) throw error;
    return undefined;
  });
  if (role === undefined) return false;
  if (role.Role?.PermissionsBoundary !== undefined) return true;
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  return !AttachedPolicies.some(({ PolicyArn = '' }) => PolicyArn.endsWith(':aws:policy/AdministratorAccess'));
}

/** The actions that a role may not do on what the templates name. */
async function deniedTo(iam: IAMClient, PolicySourceArn: string, place: Where): Promise<string[]> {
  const denied: string[] = [];
  for (const { actions, resources, context } of executionStatements(place.assembly))
    for (let start = 0; start < actions.length; start += AT_ONCE) {
      const { EvaluationResults = [] } = await iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn,
          ActionNames: actions.slice(start, start + AT_ONCE),
          ResourceArns: resources.map((arn) => inPlace(arn, place)),
          ContextEntries: Object.entries(context ?? {}).map(([ContextKeyName, values]) => ({
            ContextKeyName,
            ContextKeyType: 'string' as const,
            ContextKeyValues: values.slice(0, 1),
          })),
        }),
      );
      for (const { EvalActionName = '', EvalDecision } of EvaluationResults)
        if (EvalDecision !== 'allowed') denied.push(EvalActionName);
    }
  return denied;
}

export function judgeExecution(denied: readonly string[]): Judged[] {
  const actions = [...new Set(denied)].sort();
  if (actions.length === 0) return [];
  return [
    {
      severity: 'blocks-deploy',
      message: `CloudFormation's role may not ${actions.slice(0, 5).join(', ')}${actions.length > 5 ? ` and ${actions.length - 5} more` : ''}`,
      command: 'bootstrap again with the policies of docs/deploy-policy, as its README says',
    },
  ];
}

/** ARNs of the roles that the assembly asks CloudFormation to take, in this account. */
export function executionRolesOf({ assembly, account, partition }: Where): string[] {
  const { artifacts } = z.parse(manifest, JSON.parse(readFileSync(join(assembly.folder, 'manifest.json'), 'utf8')));
  const arns = Object.values(artifacts).flatMap(({ properties }) => properties?.cloudFormationExecutionRoleArn ?? []);
  const filled = arns.map((arn) =>
    arn.replace(/\$\{AWS::Partition\}/g, partition).replace(/\$\{AWS::AccountId\}/g, account),
  );
  return [...new Set(filled)];
}

/** The simulator takes no wildcards for partition, account and region; in names it takes a star for a letter. */
function inPlace(arn: string, { partition, account, region }: Where): string {
  if (arn === '*') return arn;
  const [start, , service = '', where, whose, ...name] = arn.split(':');
  return [start, partition, service, where && region, whose && account, ...name].join(':');
}

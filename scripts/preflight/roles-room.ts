import { GetAccountSummaryCommand } from '@aws-sdk/client-iam';
import { resourcesOf } from '../proof/resources-of';
import type { Judged } from './finding';
import type { Question } from './question';

/** IAM has room for the roles of the stacks. */
export const rolesRoom: Question = {
  id: 'roles-room',
  needs: ['iam:GetAccountSummary'],
  async ask({ assembly, clients }) {
    const { SummaryMap = {} } = await clients.iam.send(new GetAccountSummaryCommand({}));
    return judgeRoles({
      needed: resourcesOf(assembly, 'AWS::IAM::Role').length,
      roles: SummaryMap.Roles ?? 0,
      quota: SummaryMap.RolesQuota ?? Number.POSITIVE_INFINITY,
    });
  },
};

export interface Roles {
  readonly needed: number;
  /** Those that the account has, ours too if it is deployed already. */
  readonly roles: number;
  readonly quota: number;
}

export function judgeRoles({ needed, roles, quota }: Roles): Judged[] {
  if (roles + needed <= quota) return [];
  return [
    {
      severity: 'blocks-deploy',
      message: `the account has ${roles} of ${quota} roles; the stacks need ${needed} more, unless they are deployed already`,
      command: `aws service-quotas request-service-quota-increase --service-code iam --quota-code L-FE177D64 --desired-value ${roles + needed} --region us-east-1`,
    },
  ];
}

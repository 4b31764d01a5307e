import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import type { Judged } from './finding';
import type { Question } from './question';

/** Cost-allocation tags are switched on in the account that pays, which may be another one. */
export const payer: Question = {
  id: 'payer',
  needs: ['organizations:DescribeOrganization'],
  async ask({ account, clients }) {
    const answer = await clients.organizations.send(new DescribeOrganizationCommand({})).catch((error: Error) => {
      if (error.name !== 'AWSOrganizationsNotInUseException') throw error;
      return undefined;
    });
    return judgePayer(account, answer?.Organization?.MasterAccountId);
  },
};

/** @param management the account that pays for the organization; undefined for an account in none, which pays for itself */
export function judgePayer(account: string, management: string | undefined): Judged[] {
  if (management === undefined || management === account) return [];
  return [
    {
      severity: 'to-know',
      message: `${account} is a linked account: ${management} pays for it, and only there can the tags ml:* be made cost-allocation tags. A policy of the organization may refuse what IAM here allows`,
      command: `have ${management} run: aws ce update-cost-allocation-tags-status --cost-allocation-tags-status TagKey=ml:project,Status=Active`,
    },
  ];
}

import { GetRegionOptStatusCommand } from '@aws-sdk/client-account';
import type { Judged } from './finding';
import type { Question } from './question';

/** A region has to be switched on for the account before anything can be deployed there, which takes minutes to hours. */
export const regionEnabled: Question = {
  id: 'region-enabled',
  needs: ['account:GetRegionOptStatus'],
  async ask({ region, clients }) {
    const { RegionOptStatus } = await clients.account.send(new GetRegionOptStatusCommand({ RegionName: region }));
    return judgeRegion(region, RegionOptStatus);
  },
};

/** @param status ENABLED, ENABLED_BY_DEFAULT, ENABLING, DISABLING or DISABLED (Account API, RegionOptStatus) */
export function judgeRegion(region: string, status: string | undefined): Judged[] {
  if (status?.startsWith('ENABLED')) return [];
  if (status === 'ENABLING')
    return [
      { severity: 'blocks-deploy', message: `${region} is being enabled; wait until it is`, command: statusOf(region) },
    ];
  return [
    {
      severity: 'blocks-deploy',
      message: `${region} is not enabled for this account (${status ?? 'unknown'})`,
      command: `aws account enable-region --region-name ${region}`,
    },
  ];
}

function statusOf(region: string): string {
  return `aws account get-region-opt-status --region-name ${region}`;
}

import type { Judged } from './finding';
import type { QuotaNeed } from './quota-needs';

/** A quota as an account has it. */
export interface Quota {
  readonly code: string;
  readonly value: number;
  /** True where only AWS's default is known, and not what the account has. */
  readonly isDefault?: boolean;
}

export interface Quotas {
  readonly region: string;
  readonly needs: readonly QuotaNeed[];
  /** By the service's code and the quota's name, as `sagemaker ml.m5.large for endpoint usage`. */
  readonly have: ReadonlyMap<string, Quota>;
}

/** What a quota is too small for. What others of the account take at the time is not counted. */
export function judgeQuotas({ region, needs, have }: Quotas): Judged[] {
  return needs.flatMap((need): Judged[] => {
    const { service, quota, least, wanted, fails } = need;
    const found = have.get(nameOf(need));
    if (found === undefined)
      return [
        {
          severity: 'to-know',
          message: `Service Quotas lists no "${quota}" in ${region}: the type may not exist there for this use. It would stop ${fails}`,
          command: `aws service-quotas list-aws-default-service-quotas --service-code ${service} --region ${region} --query "Quotas[?QuotaName=='${quota}']"`,
        },
      ];
    if (found.value >= wanted) return [];
    const which = found.isDefault ? `by default ${found.value}` : String(found.value);
    return [
      {
        severity: found.value < least ? 'blocks-first-pass' : 'to-know',
        message: `${service}: "${quota}" is ${which}; ${wanted} ${wanted === least ? 'are needed' : 'are needed in all'} for ${fails}`,
        command: `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${found.code} --desired-value ${wanted} --region ${region}`,
      },
    ];
  });
}

/** How a quota is found again; AWS writes some of them with other capitals from region to region. */
export function nameOf({ service, quota }: Pick<QuotaNeed, 'service' | 'quota'>): string {
  return `${service} ${quota.toLowerCase()}`;
}

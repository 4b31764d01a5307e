import {
  paginateListAWSDefaultServiceQuotas,
  paginateListServiceQuotas,
  type ServiceQuota,
  type ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { judgeQuotas, nameOf, type Quota } from './judge-quotas';
import type { Question } from './question';
import { type QuotaNeed, quotaNeeds } from './quota-needs';

/** The quotas of SageMaker and Glue are large enough, for each use by itself. New accounts often have 0. */
export const quotas: Question = {
  id: 'quotas',
  needs: ['servicequotas:ListServiceQuotas', 'servicequotas:ListAWSDefaultServiceQuotas'],
  async ask({ assembly, region, clients }) {
    const needs = quotaNeeds(assembly);
    const have = new Map<string, Quota>();
    for (const service of new Set(needs.map((need) => need.service))) {
      await applied(clients.quotas, service, have);
      // Those that nobody ever touched are not listed as applied.
      if (needs.some((need) => need.service === service && !have.has(nameOf(need))))
        await defaults(clients.quotas, service, have);
    }
    return judgeQuotas({ region, needs, have });
  },
};

type Service = QuotaNeed['service'];

async function applied(client: ServiceQuotasClient, service: Service, have: Map<string, Quota>): Promise<void> {
  for await (const { Quotas = [] } of paginateListServiceQuotas({ client }, { ServiceCode: service }))
    for (const quota of Quotas) keep(quota, service, have);
}

async function defaults(client: ServiceQuotasClient, service: Service, have: Map<string, Quota>): Promise<void> {
  for await (const { Quotas = [] } of paginateListAWSDefaultServiceQuotas({ client }, { ServiceCode: service }))
    for (const quota of Quotas)
      if (!have.has(nameOf({ service, quota: quota.QuotaName ?? '' }))) keep(quota, service, have, true);
}

function keep(
  { QuotaName, QuotaCode, Value }: ServiceQuota,
  service: Service,
  have: Map<string, Quota>,
  isDefault = false,
) {
  // A quota that AWS could not read has a reason instead of a value.
  if (QuotaName === undefined || QuotaCode === undefined || Value === undefined) return;
  have.set(nameOf({ service, quota: QuotaName }), { code: QuotaCode, value: Value, ...(isDefault && { isDefault }) });
}

import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { MeteredCostExplorer } from '../../../../lambda/governance/review-cost/metered-cost-explorer';
import { stubClient } from '../../stub-client';

/** A group as Cost Explorer answers it. */
export interface Group {
  readonly keys: readonly string[];
  readonly amount: string;
  readonly currency?: string;
}

/** What each question is answered with: a list of pages of groups. */
export interface Bill {
  readonly costs?: readonly (readonly Group[])[];
  readonly former?: readonly (readonly Group[])[];
  readonly untagged?: readonly (readonly Group[])[];
  readonly recordTypes?: readonly (readonly Group[])[];
  readonly tags?: readonly { readonly TagKey: string; readonly Status: string }[] | Error;
  readonly estimated?: boolean;
}

export const QUESTION = {
  period: { from: '2026-10-01', to: '2026-11-01' },
  costTags: { 'ml:project': 'parts', 'ml:environment': 'sandbox' },
  phaseTag: 'ml:phase',
};

const ACTIVE = ['ml:project', 'ml:environment', 'ml:phase'].map((TagKey) => ({ TagKey, Status: 'Active' }));

/** Cost Explorer that answers each question of a review with its pages, as AWS shapes them. */
export function fakeExplorer({ costs = [[]], former = [[]], untagged = [[]], recordTypes = [[]], ...bill }: Bill = {}) {
  const { client, sent } = stubClient(new CostExplorerClient({}), {
    ListCostAllocationTags: () => {
      const { tags = ACTIVE } = bill;
      return tags instanceof Error ? tags : { CostAllocationTags: tags };
    },
    GetCostAndUsage: ({ GroupBy, Filter, NextPageToken = '0' }) => {
      const [first] = GroupBy;
      const byRecord = Filter.Tags ? untagged : recordTypes;
      const pages = GroupBy.length === 2 ? costs : first.Key === 'RECORD_TYPE' ? byRecord : former;
      const at = Number(NextPageToken);
      const Groups = (pages[at] ?? []).map(({ keys, amount, currency = 'USD' }) => ({
        Keys: keys,
        Metrics: { UnblendedCost: { Amount: amount, Unit: currency } },
      }));
      const result = { TimePeriod: {}, Total: {}, Groups, Estimated: bill.estimated ?? false };
      return { ResultsByTime: [result], ...(at + 1 < pages.length && { NextPageToken: String(at + 1) }) };
    },
  });
  return { client, sent, explorer: new MeteredCostExplorer(client) };
}

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CostExplorerClient, CostExplorerServiceException } from '@aws-sdk/client-cost-explorer';
import { activateTags } from '../../../../lambda/governance/activate-tags/activate-tags';
import { TAGS_INACTIVE } from '../../../../lambda/governance/activate-tags/environment';
import { TAG_KEYS } from '../../../../lib/config/cost-tags';
import { stubClient } from '../../stub-client';

const ENV = { TAG_KEYS: TAG_KEYS.join(','), SIGNAL_NAMESPACE: 'lifecycle-sandbox' };

export const failure = (name: string, message: string) =>
  new CostExplorerServiceException({ name, $fault: 'client', $metadata: {}, message });

export interface Billing {
  /** Keys that AWS has met on a bill. @default - all */
  readonly met?: readonly string[];
  readonly active?: readonly string[];
  /** Keys that AWS will not activate, in its answer and not as an error. */
  readonly refused?: Readonly<Record<string, string>>;
  readonly onList?: (call: number) => Error | undefined;
  readonly onUpdate?: (call: number) => Error | undefined;
}

/** The billing of an account: it knows a key once it met it, and keeps which are active. */
export function givenBilling({ met = TAG_KEYS, active = [], refused = {}, onList, onUpdate }: Billing = {}) {
  const now = new Set<string>(active);
  const published: number[] = [];
  const costExplorer = stubClient(new CostExplorerClient({ region: 'eu-west-1' }), {
    ListCostAllocationTags: ({ TagKeys, Type }, call) =>
      onList?.(call) ?? {
        CostAllocationTags: met
          .filter((key) => TagKeys.includes(key))
          .map((TagKey) => ({ TagKey, Type, Status: now.has(TagKey) ? 'Active' : 'Inactive' })),
      },
    UpdateCostAllocationTagsStatus: ({ CostAllocationTagsStatus }, call) => {
      const error = onUpdate?.(call);
      if (error) return error;
      const asked = (CostAllocationTagsStatus as { TagKey: string }[]).map(({ TagKey }) => TagKey);
      for (const key of asked) if (!(key in refused)) now.add(key);
      const errors = asked.filter((key) => key in refused);
      return { Errors: errors.map((TagKey) => ({ TagKey, Code: 'Refused', Message: refused[TagKey] })) };
    },
  });
  const cloudWatch = stubClient(new CloudWatchClient({ region: 'eu-west-1' }), {
    PutMetricData: ({ Namespace, MetricData: [signal] }) => {
      expect({ Namespace, MetricName: signal.MetricName }).toEqual({
        Namespace: ENV.SIGNAL_NAMESPACE,
        MetricName: TAGS_INACTIVE,
      });
      published.push(signal.Value);
    },
  });
  const clients = { cloudWatch: cloudWatch.client, costExplorer: costExplorer.client };
  return {
    look: () => activateTags(clients, ENV),
    clients: Object.values(clients),
    asked: () => costExplorer.sent.filter(({ command }) => command === 'UpdateCostAllocationTagsStatus'),
    active: () => [...now].sort(),
    published,
  };
}

import { ListCostAllocationTagsCommand } from '@aws-sdk/client-cost-explorer';
import type { Assembly } from '../proof/assembly';
import { records } from '../proof/json';
import { resourcesOf } from '../proof/resources-of';
import type { Judged } from './finding';
import type { Question } from './question';

// AWS asks at most 20 tags to be activated in one call.
const AT_ONCE = 20;

/** Costs can be told by tag only from the day on which the tags were activated in the paying account. */
export const costTagsActive: Question = {
  id: 'cost-tags-active',
  needs: ['ce:ListCostAllocationTags'],
  async ask({ assembly, clients }) {
    const TagKeys = tagKeysOf(assembly);
    if (TagKeys.length === 0) return [];
    const { CostAllocationTags = [] } = await clients.costExplorer.send(new ListCostAllocationTagsCommand({ TagKeys }));
    const active = CostAllocationTags.filter(({ Status }) => Status === 'Active').map(({ TagKey = '' }) => TagKey);
    const seen = CostAllocationTags.map(({ TagKey = '' }) => TagKey);
    return judgeTags({ wanted: TagKeys, seen, active });
  },
};

/** Keys of the tags that the templates put on what costs. */
export function tagKeysOf(assembly: Assembly): string[] {
  const keys = resourcesOf(assembly).flatMap(({ Properties }) => records(Properties.Tags).map(({ Key }) => Key));
  return [...new Set(keys.filter((key): key is string => typeof key === 'string'))].sort().slice(0, 100);
}

export interface Tags {
  readonly wanted: readonly string[];
  /** Those that billing has met on a resource, which takes up to a day. */
  readonly seen: readonly string[];
  readonly active: readonly string[];
}

export function judgeTags({ wanted, seen, active }: Tags): Judged[] {
  const inactive = wanted.filter((key) => seen.includes(key) && !active.includes(key));
  const unseen = wanted.filter((key) => !seen.includes(key));
  const list = inactive.slice(0, AT_ONCE).map((key) => `TagKey=${key},Status=Active`);
  return [
    ...(inactive.length > 0
      ? [
          {
            severity: 'to-know' as const,
            message: `costs are not told by ${inactive.join(', ')}: the tags are not activated`,
            command: `aws ce update-cost-allocation-tags-status --cost-allocation-tags-status ${list.join(' ')}`,
          },
        ]
      : []),
    ...(unseen.length > 0
      ? [
          {
            severity: 'to-know' as const,
            message: `billing has not met ${unseen.join(', ')} yet: tags can be activated about a day after the first deploy`,
          },
        ]
      : []),
  ];
}

import { type MetricValue, ratio } from '../shared/metric-value';
import type { FacetGroup } from './facet-group';
import { positiveShare } from './positive-share';

/**
 * Share of positive decisions in the group over that in the others (SageMaker Clarify's DI): 1 when they are equal, below 1
 * when the group gets fewer, no upper bound. Undefined when either has no rows or no other is decided positively.
 */
export function disparateImpact({ group, others }: FacetGroup): MetricValue {
  const inGroup = positiveShare({ group, others }, 'group');
  const inOthers = positiveShare({ group, others }, 'others');
  if (inGroup.value === null) return inGroup;
  if (inOthers.value === null) return inOthers;
  return ratio(inGroup.value, inOthers.value, 'no row of the others has a positive decision');
}

import type { MetricValue } from '../shared/metric-value';
import { difference } from './difference';
import type { FacetGroup } from './facet-group';
import { positiveShare } from './positive-share';

/**
 * Share of positive decisions in the others less that in the group (SageMaker Clarify's DPPL), −1 to 1: 0 when they are
 * equal, above 0 when the group gets fewer. Undefined when either has no rows.
 */
export function differenceInPositiveProportions(facetGroup: FacetGroup): MetricValue {
  return difference(positiveShare(facetGroup, 'others'), positiveShare(facetGroup, 'group'));
}

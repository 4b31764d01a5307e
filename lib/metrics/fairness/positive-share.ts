import { type MetricValue, ratio } from '../shared/metric-value';
import type { FacetGroup } from './facet-group';

/** Share of one side's rows that are decided positively, rightly or not. Undefined without rows. */
export function positiveShare(facetGroup: FacetGroup, side: keyof FacetGroup): MetricValue {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = facetGroup[side];
  const positive = falsePositives + truePositives;
  const noRows = side === 'group' ? 'the group has no rows' : 'the others have no rows';
  return ratio(positive, positive + trueNegatives + falseNegatives, noRows);
}

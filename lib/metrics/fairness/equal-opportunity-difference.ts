import { type MetricValue, ratio } from '../shared/metric-value';
import { difference } from './difference';
import type { FacetGroup } from './facet-group';

/**
 * Recall in the others less that in the group (equality of opportunity, Hardt, Price and Srebro 2016; SageMaker Clarify's
 * RD), −1 to 1: 0 when positives are found equally well, above 0 when fewer of the group's are. AIF360 subtracts the other
 * way round. Undefined when either has no positive label.
 */
export function equalOpportunityDifference(facetGroup: FacetGroup): MetricValue {
  return difference(recallOf(facetGroup, 'others'), recallOf(facetGroup, 'group'));
}

function recallOf(facetGroup: FacetGroup, side: keyof FacetGroup): MetricValue {
  const [, [falseNegatives, truePositives]] = facetGroup[side];
  return ratio(truePositives, truePositives + falseNegatives, `no row of the ${side} has a positive label`);
}

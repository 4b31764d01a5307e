export { differenceInPositiveProportions } from './difference-in-positive-proportions';
export { disparateImpact } from './disparate-impact';
export { equalOpportunityDifference } from './equal-opportunity-difference';
export type { FacetGroup, GroupFairness } from './facet-group';
export { facetMatrices } from './facet-matrices';
export { fairnessByGroup } from './fairness-by-group';

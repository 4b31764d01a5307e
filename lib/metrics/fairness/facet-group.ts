import type { ConfusionMatrix } from '../classification/confusion-matrix';
import type { MetricValue } from '../shared/metric-value';

/** How decisions met the truth in a watched group of a facet (SageMaker Clarify's d) and in all others (its a). */
export interface FacetGroup {
  readonly group: ConfusionMatrix;
  readonly others: ConfusionMatrix;
}

/** How one group of a facet fares against all others together. */
export interface GroupFairness<Group extends string | number = string | number> {
  readonly group: Group;
  readonly matrix: ConfusionMatrix;
  readonly disparateImpact: MetricValue;
  readonly differenceInPositiveProportions: MetricValue;
  readonly equalOpportunityDifference: MetricValue;
}

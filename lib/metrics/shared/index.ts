export type { MetricValue } from './metric-value';
export { EmptyInputError, type ScoredParts, type ScoredRows } from './scored-rows';

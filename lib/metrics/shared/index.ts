export type { MetricValue } from './metric-value';
export { EmptyInputError, type ScoredRows } from './scored-rows';

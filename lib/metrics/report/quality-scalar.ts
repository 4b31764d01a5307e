import type { MetricValue } from '../shared/metric-value';

/** A number of a SageMaker report. JSON has no NaN, so an undefined number is the text. */
export interface QualityScalar {
  readonly value: number | 'NaN';
  /** AWS takes it from random samples, but the same model shall always have the same report: undefined. */
  readonly standard_deviation: 'NaN';
}

/** A metric as a SageMaker report writes it. */
export function qualityScalar({ value }: MetricValue): QualityScalar {
  return { value: value ?? 'NaN', standard_deviation: 'NaN' };
}

export { CompensatedSum } from './compensated-sum';
export { DEFAULT_CONFIDENCE, type Interval } from './interval';
export { normalQuantile } from './normal-quantile';
export { wilsonInterval } from './wilson-interval';

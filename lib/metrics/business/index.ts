export { bestThreshold } from './best-threshold';
export { type ConstantPolicies, constantPolicies } from './constant-policies';
export { type GainOverPolicy, gainOverPolicy } from './gain-over-policy';
export { netValue } from './net-value';
export { netValueCurve } from './net-value-curve';
export type { OutcomeValues } from './outcome-values';

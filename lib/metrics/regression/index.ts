export { meanAbsoluteError } from './mean-absolute-error';
export { meanSquaredError } from './mean-squared-error';
export { r2Score } from './r2-score';
export type { RegressionRows } from './regression-rows';
export { rootMeanSquaredError } from './root-mean-squared-error';

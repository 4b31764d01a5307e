export { averagePrecisionScore } from './average-precision-score';
export { type OneVsRestRocAuc, oneVsRestRocAuc } from './one-vs-rest-roc-auc';
export { operatingPoints } from './operating-points';
export { type PrecisionRecallCurve, precisionRecallCurve } from './precision-recall-curve';
export { rocAucScore } from './roc-auc-score';
export { rocAucStandardError } from './roc-auc-standard-error';
export { type RocCurve, rocCurve } from './roc-curve';

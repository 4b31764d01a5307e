export { accuracyScore } from './accuracy-score';
export { type ConfusionMatrix, confusionMatrix } from './confusion-matrix';
export { fScore } from './f-score';
export { falseNegativeRate } from './false-negative-rate';
export { falsePositiveRate } from './false-positive-rate';
export { precisionScore } from './precision-score';
export { predictAt } from './predict-at';
export { recallScore } from './recall-score';
export { trueNegativeRate } from './true-negative-rate';
